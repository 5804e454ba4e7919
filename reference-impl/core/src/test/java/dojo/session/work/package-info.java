/** How work is run. */
@org.jspecify.annotations.NullMarked
package dojo.session.work;
