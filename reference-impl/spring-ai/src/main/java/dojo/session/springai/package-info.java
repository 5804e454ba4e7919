/** The session memory as a chat memory of Spring AI. */
@org.jspecify.annotations.NullMarked
package dojo.session.springai;
