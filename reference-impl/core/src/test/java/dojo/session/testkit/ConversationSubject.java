package dojo.session.testkit;

import java.util.List;
import java.util.Set;

/** Any chat memory, as its framework uses it; a subject answers only for what it claims. */
public interface ConversationSubject extends Subject {
    @Override
    Set<ConversationClaim> claims();

    /** Adds one message; it is acknowledged if this returns. */
    void add(String conversation, Said said);

    /** What a model would be shown: the latest messages, oldest first; none for a conversation that never was. */
    List<Said> history(String conversation);

    /** How many messages {@link #history} shows, at least 6; {@link Integer#MAX_VALUE} if all. Small ones are judged faster. */
    int window();

    /** All messages ever added, oldest first. */
    default List<Said> everything(String conversation) {
        throw new UnsupportedOperationException("This subject claims no history beyond its window.");
    }

    /** The same store as another process sees it: nothing is shared but the database. */
    default ConversationSubject anotherProcess() {
        throw new UnsupportedOperationException("This subject claims one process only.");
    }

    /** The clock it runs on. */
    default HandMovedClock clock() {
        throw new UnsupportedOperationException("This subject claims no clock of the kit's.");
    }

    /** The place between its requests. */
    default Seam seam() {
        throw new UnsupportedOperationException("This subject claims no seam.");
    }
}
