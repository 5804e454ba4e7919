/** Tests of the vocabulary. */
@org.jspecify.annotations.NullMarked
package dojo.session;
