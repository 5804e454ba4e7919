package dojo.session.testkit;

import java.util.List;

/** A chat memory on DynamoDB in the kit's words; see {@link DynamoSubject}. */
public interface ConversationStore {
    /** Adds one message; it is acknowledged if this returns. */
    void add(String conversation, Said said);

    /** What a model would be shown, oldest first; none for a conversation that never was. */
    List<Said> history(String conversation);

    /** All messages ever added, oldest first, for stores that keep them. */
    default List<Said> everything(String conversation) {
        throw new UnsupportedOperationException("This store shows no more than its window.");
    }
}
