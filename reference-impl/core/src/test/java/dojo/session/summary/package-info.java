/** Summaries on a stream, with and without faults. */
@org.jspecify.annotations.NullMarked
package dojo.session.summary;
