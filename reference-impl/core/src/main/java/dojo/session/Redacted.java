package dojo.session;

import java.util.List;

/** What became of the wish to take back what was said; every answer carries its bill. */
public sealed interface Redacted {
    Bill bill();

    /**
     * The turn tells it no more, by this call or an earlier one.
     *
     * @param summaries those that may have quoted it, and were emptied with it; they are not shown any more
     */
    record Done(List<Span> summaries, Bill bill) implements Redacted {
        public Done {
            summaries = List.copyOf(summaries);
        }
    }

    /** The turns that a summary was made of, first and last included. */
    record Span(long from, long to) {}

    /** No turn of this number was stored, or it was removed before it was to be redacted. */
    record NoSuchTurn(Bill bill) implements Redacted {}

    /** There is no session of this id, or it has expired. */
    record Absent(Bill bill) implements Redacted {}
}
