/** The function, called as Lambda calls it. */
@org.jspecify.annotations.NullMarked
package dojo.session.lambda;
