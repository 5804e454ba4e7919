/** The consumer of the table's stream as a function of AWS Lambda. */
@org.jspecify.annotations.NullMarked
package dojo.session.lambda;
