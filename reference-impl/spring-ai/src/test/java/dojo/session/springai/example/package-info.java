/** A chat to copy: the memory behind a client of Spring AI. */
@org.jspecify.annotations.NullMarked
package dojo.session.springai.example;
