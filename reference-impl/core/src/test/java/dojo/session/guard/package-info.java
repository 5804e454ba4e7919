@org.jspecify.annotations.NullMarked
package dojo.session.guard;
