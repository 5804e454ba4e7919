package dojo.session.dynamo;

import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.work.Runner;
import dojo.session.work.Work;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A session as a log of events with a revision, for frameworks that compact it.
 *
 * <p>Events are turns: append them with the memory on the same table, and see the list grow here. Every turn appended
 * and every compaction raises the revision by one; {@link dojo.session.SessionMemory#replace} raises it, too, so do not
 * use both for one session. Thread-safe; the client stays the caller's.
 */
public final class EventLog {
    private final ReadList lists;
    private final ReadHead heads;
    private final LogEnd end;
    private final CompactList compact;
    private final Runner runner;

    private EventLog(String table, MemorySettings settings, Runner runner) {
        Contents contents = new Contents(table, settings.content());
        this.lists = new ReadList(table, contents);
        this.heads = new ReadHead(table);
        this.end = new LogEnd(table);
        this.compact = new CompactList(table, new Home(settings.region()), contents);
        this.runner = runner;
    }

    /** The events of the sessions in this table; no request. */
    public static EventLog on(DynamoDbClient client, String table, MemorySettings settings) {
        return new EventLog(table, settings, Runner.over(client, settings.forRunner()));
    }

    /**
     * What stands in a log.
     *
     * @param archived what compactions have put aside, empty unless asked for
     * @param current what is active, in its order
     */
    public record Events(List<StoredTurn> archived, List<StoredTurn> current, long revision) {
        public Events {
            archived = List.copyOf(archived);
            current = List.copyOf(current);
        }
    }

    /**
     * The events of a session, strongly consistent; nothing if it never was or has expired.
     *
     * <p>Costs 1 read unit for the head and one for each started 4 KB of events.
     */
    public Optional<Events> read(SessionId session, boolean withArchived) {
        return runner.run(
                "events",
                lists.of(session, withArchived)
                        .map(listing ->
                                listing.map(found -> new Events(found.archived(), found.current(), found.revision()))));
    }

    /** How often the log has changed, 0 if there is no such session. Costs 2 read units, strongly consistent. */
    public long revision(SessionId session) {
        return runner.run(
                "revision",
                heads.of(session)
                        .then(head -> head.isEmpty()
                                ? Work.done(0L)
                                : end.of(head.get().meta(), 1)
                                        .map(log -> head.get()
                                                .view()
                                                .revisionAt(log.tail().position()))));
    }

    /**
     * Puts events aside and makes these the active ones, if the log still has this revision.
     *
     * <p>Retained turns whose ids are active keep their places, others are new; what is neither retained nor archived
     * is seen no more, and stays in the log. Costs the reading of the active events, and a transaction: 2 write units
     * for each started kilobyte of new turns and of the list, which grows by 16 bytes for an active event.
     *
     * @return whether it was done; nothing if there is no such session
     * @throws IllegalArgumentException if more than 99 turns are new, or one is too large; nothing was written then
     */
    public Optional<Boolean> compact(SessionId session, long revision, List<TurnId> archive, List<Turn> retained) {
        return runner.run("compact", compact.compact(session, revision, List.copyOf(archive), List.copyOf(retained)));
    }
}
