package dojo.session.summary;

import dojo.session.SessionId;

/**
 * What a stream tells of a turn that was stored; the rest is read from the table.
 *
 * @param sequenceNumber the record's, by which its failure is reported
 * @param number the place of the turn in its log
 */
public record TurnWritten(String sequenceNumber, SessionId session, long number) {}
