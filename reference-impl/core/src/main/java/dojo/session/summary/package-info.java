/**
 * Keeps the summaries of conversations up to date, driven by the table's stream.
 *
 * <p>Begin with {@link dojo.session.summary.SummaryConsumer}, which takes what a stream brings, or with
 * {@link dojo.session.summary.Summaries}, which looks at one conversation.
 */
@org.jspecify.annotations.NullMarked
package dojo.session.summary;
