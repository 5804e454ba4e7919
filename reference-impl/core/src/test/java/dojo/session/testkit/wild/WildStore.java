package dojo.session.testkit.wild;

import dojo.session.testkit.ConversationStore;
import dojo.session.testkit.Said;
import java.util.List;

/** A chat memory on a table with keys {@code PK} and {@code SK}; it shows {@link #WINDOW} messages. */
interface WildStore extends ConversationStore {
    int WINDOW = 6;

    @Override
    List<Said> everything(String conversation);

    @Override
    default List<Said> history(String conversation) {
        return latest(everything(conversation));
    }

    static List<Said> latest(List<Said> all) {
        return all.subList(Math.max(0, all.size() - WINDOW), all.size());
    }
}
