/** Tests of the Spring AI adapter through the framework's own types. */
@org.jspecify.annotations.NullMarked
package dojo.session.springai;
