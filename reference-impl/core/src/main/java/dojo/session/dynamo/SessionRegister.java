package dojo.session.dynamo;

import dojo.session.SessionId;
import dojo.session.work.Runner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A list of sessions that can be asked for as a whole, for frameworks which want all of them.
 *
 * <p>Not kept by the memory itself: who opens sessions enters them. Entries are spread over {@value #SHARDS} partitions,
 * so that no more than that many thousand sessions can be opened in a second, and asking for all takes as many requests
 * at least. Strongly consistent. Items of the session table hold it; deleting an entry says nothing about the session.
 * Thread-safe; the client stays the caller's.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-sharding.html">AWS:
 *     sharding writes</a>
 */
public final class SessionRegister {
    static final int SHARDS = 8;

    private final Registration registration;
    private final Runner runner;

    private SessionRegister(Registration registration, Runner runner) {
        this.registration = registration;
        this.runner = runner;
    }

    /**
     * What is known of a session.
     *
     * @param until when the entry is forgotten; of the session it says nothing
     * @param notes short texts of the caller's, by their names
     */
    public record Entry(SessionId session, Instant until, Map<String, String> notes) {
        public Entry {
            notes = Map.copyOf(notes);
        }
    }

    /**
     * The register of this name; no request.
     *
     * @param name letters, digits and '-', the same in all processes
     */
    public static SessionRegister on(DynamoDbClient client, String table, String name, MemorySettings settings) {
        return new SessionRegister(
                Registration.sharded(table, name, SHARDS), Runner.over(client, settings.forRunner()));
    }

    /** The part of this register that belongs to one owner: one partition, listed with one request. No request. */
    public SessionRegister of(String owner) {
        return new SessionRegister(registration.of(owner), runner);
    }

    /** Enters a session, in place of an entry it has already. Costs 1 write unit for each started kilobyte. */
    public void enter(Entry entry) {
        runner.run("enter", registration.enter(entry));
    }

    /** Strikes a session off, also if it is not there. Costs 1 write unit for each started kilobyte of the entry. */
    public void leave(SessionId session) {
        runner.run("leave", registration.leave(session));
    }

    /** The entry of one session. Costs 1 read unit for each started 4 KB. */
    public Optional<Entry> find(SessionId session) {
        return runner.run("find", registration.find(session));
    }

    /**
     * All sessions of the register, in no order, also those whose time is over and that are still there.
     *
     * <p>Costs 1 read unit for each started 4 KB of entries, 1 at least in each partition, and a request for each
     * started megabyte.
     *
     * @throws IllegalStateException if there are more than {@code most}: the answer would have to be held in memory
     */
    public List<Entry> all(int most) {
        return runner.run("all", registration.all(most));
    }
}
