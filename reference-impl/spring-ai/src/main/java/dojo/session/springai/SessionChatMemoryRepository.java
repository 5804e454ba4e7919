package dojo.session.springai;

import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Replaced;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.dynamo.SessionRegister;
import dojo.session.dynamo.SessionRegister.Entry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.memory.ChatMemoryRepository;
import org.springframework.ai.chat.messages.Message;

/**
 * A {@link ChatMemoryRepository} that keeps exactly the list it was given, and in its log all that was ever said.
 *
 * <p>For those who want Spring AI's own {@code MessageWindowChatMemory}. {@link SessionChatMemory} needs no repository,
 * costs less, and loses nothing when two requests speak at once; prefer it.
 *
 * <p>Saving a list that lost some messages at its front and got one at its end costs 1 read unit, the write units of the
 * new message, and 1 for the list, whatever its length up to about 40 messages. Reading costs 1 read unit and one for
 * each started 4 KB of messages. Messages come back as {@link SessionChatMemory} describes. Thread-safe.
 */
public final class SessionChatMemoryRepository implements ChatMemoryRepository {
    /** The register's name; other programs must not use it for something else. */
    public static final String REGISTER = "spring-ai-conversations";
    /** How many conversations {@link #findConversationIds} names at most, unless told otherwise. */
    public static final int USUAL_CAP = 10_000;

    private final SessionMemory memory;
    private final SessionRegister register;
    private final Lately entered = new Lately(10_000);
    private final Duration lifetime;
    private final InstantSource clock;
    private final int cap;

    private SessionChatMemoryRepository(
            SessionMemory memory, SessionRegister register, Duration lifetime, InstantSource clock, int cap) {
        this.memory = memory;
        this.register = register;
        this.lifetime = lifetime;
        this.clock = clock;
        this.cap = cap;
    }

    /**
     * Keeps conversations that end a lifetime after they began.
     *
     * @param register of the name {@link #REGISTER}, on the same table
     * @param clock that of the memory
     */
    public static SessionChatMemoryRepository over(
            SessionMemory memory, SessionRegister register, Duration lifetime, InstantSource clock) {
        // Refuses a bad lifetime here, and not with the first message.
        NewSession.of("any").lasting(lifetime);
        return new SessionChatMemoryRepository(memory, register, lifetime, clock, USUAL_CAP);
    }

    /** The same with another cap on {@link #findConversationIds}. */
    public SessionChatMemoryRepository naming(int most) {
        return new SessionChatMemoryRepository(memory, register, lifetime, clock, most);
    }

    /**
     * The ids of all conversations, in no order, from a register and never from a Scan.
     *
     * <p>Costs 8 read units at least, and 1 for each started 4 KB, which is about 30 ids. A conversation that has ended
     * may be named until its entry is forgotten; reading it gives no messages.
     *
     * @throws IllegalStateException if there are more than the cap: this interface has no pages
     */
    @Override
    public List<String> findConversationIds() {
        return register.all(cap).stream()
                .filter(entry -> entry.until().isAfter(clock.instant()))
                .map(entry -> entry.session().value())
                .toList();
    }

    /** The list as it was saved, strongly consistent; empty if the conversation never was, or has ended. */
    @Override
    public List<Message> findByConversationId(String conversationId) {
        List<Message> messages = new ArrayList<>();
        if (memory.current(SessionId.of(conversationId)) instanceof Loaded.Found found) {
            found.context().turns().forEach(stored -> messages.add(MessageTurns.message(stored.turn())));
        }
        return messages;
    }

    /**
     * Makes the conversation exactly this list, in this order. Repeating the call is harmless.
     *
     * <p>What this interface cannot promise: it has no version. Of two requests that each read, change and save the same
     * conversation, the later one wins, and the messages of the earlier are in the log but not in the list. The list is
     * always one of those that were saved, and nothing is lost from the log.
     *
     * @throws IllegalArgumentException if the id is blank, the list is null or holds null, or a message cannot be kept;
     *     nothing was written then
     * @throws IllegalStateException if others saved lists all the time
     */
    @Override
    public void saveAll(String conversationId, List<Message> messages) {
        SessionId session = SessionId.of(conversationId);
        List<Turn> turns = turns(conversationId, messages);
        boolean known = entered.contains(session);
        entered.remove(session);
        if (!known) {
            // Before the list: a conversation that was saved is never missing from the register.
            enter(session);
        }
        Replaced answer = memory.replace(session, turns);
        if (answer instanceof Replaced.Absent) {
            enter(session);
            memory.create(NewSession.of(conversationId).lasting(lifetime));
            answer = memory.replace(session, turns);
        }
        if (!(answer instanceof Replaced.Stored stored)) {
            throw new IllegalStateException("The messages of conversation " + conversationId + " were not stored ("
                    + answer + "): others saved or deleted it all the time; repeat the call later.");
        }
        if (known && stored.kept() == 0) {
            // Nothing of it was there: another process may have deleted it, and struck it off the register.
            enter(session);
        }
        entered.add(session);
    }

    private void enter(SessionId session) {
        register.enter(new Entry(session, clock.instant().plus(lifetime), Map.of()));
    }

    private static List<Turn> turns(String conversationId, List<Message> messages) {
        if (messages == null) {
            throw new IllegalArgumentException("The messages of conversation " + conversationId
                    + " are needed, got null: pass an empty list to empty it.");
        }
        int hole = new ArrayList<>(messages).indexOf(null);
        if (hole >= 0) {
            throw new IllegalArgumentException(
                    "The messages of conversation " + conversationId + " must not contain null, got one at index "
                            + hole + " of " + messages.size() + ": leave it out.");
        }
        return messages.stream().map(MessageTurns::turn).toList();
    }

    /**
     * Empties the conversation and forgets its id, silently if there is none. What was said is deleted when the lifetime
     * is over, not now: this is no erasure in the sense of a privacy law.
     */
    @Override
    public void deleteByConversationId(String conversationId) {
        SessionId session = SessionId.of(conversationId);
        entered.remove(session);
        memory.restart(session);
        register.leave(session);
    }
}
