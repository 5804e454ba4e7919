package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.Created;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Restarted;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The session memory on a DynamoDB table made as {@link SessionTable} says.
 *
 * <p>Any {@link DynamoDbClient} will do; its exceptions pass through. After one of them the outcome is unknown: call
 * again with the same arguments. One session takes at most 1,000 write units a second, as all its turns lie in one
 * range of keys. In a global table with eventual consistency, write a session in one Region only: conditions look at
 * the local copy. Thread-safe, and holds nothing that must be closed; the client stays the caller's.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html">AWS: what
 *     one partition serves</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">AWS:
 *     global tables</a>
 */
public final class DynamoSessionMemory implements SessionMemory {
    private static final int ATTEMPTS_AGAINST_TRANSACTIONS = 6;

    private final CreateSession create;
    private final AppendTurn append;
    private final LoadContext load;
    private final RestartSession restart;

    private DynamoSessionMemory(DynamoDbClient client, String table, InstantSource clock, Pause pause) {
        Rivals rivals = new Rivals(ATTEMPTS_AGAINST_TRANSACTIONS, pause);
        this.create = new CreateSession(client, table, clock, rivals);
        this.append = new AppendTurn(client, table, clock, rivals);
        this.load = new LoadContext(client, table, clock);
        this.restart = new RestartSession(client, table, clock, pause);
    }

    public static DynamoSessionMemory on(DynamoDbClient client, String table) {
        return on(client, table, Clock.systemUTC());
    }

    /** On a clock of your own; all writers of a table should agree on the time to within a second or so. */
    public static DynamoSessionMemory on(DynamoDbClient client, String table, InstantSource clock) {
        return on(client, table, clock, Pause.jittered(Duration.ofMillis(20), ThreadLocalRandom::current));
    }

    /** With a pause of your own between attempts that met a transaction on the same item. */
    public static DynamoSessionMemory on(DynamoDbClient client, String table, InstantSource clock, Pause pause) {
        return new DynamoSessionMemory(client, table, clock, pause);
    }

    /**
     * {@inheritDoc}
     *
     * <p>One request. A guest's session costs 1 write unit, a customer's 2 (table and index), taking over an expired
     * session of another customer 3. A refusal costs at least 1. The retry of a wish is recognised while the session it
     * opened is the one stored under its id: until another wish takes the id over, or DynamoDB has deleted the head,
     * which is seven days after the session's end at the earliest.
     */
    @Override
    public Created create(NewSession wish) {
        return create.create(wish);
    }

    /**
     * {@inheritDoc}
     *
     * <p>One request and one write unit for each started kilobyte of the stored item. A refusal costs at least one
     * write unit and, if another turn took the place, one read unit for each started 4 KB of turns from there to the
     * tail. After the session's end it answers {@link Append.Closed} without a request.
     */
    @Override
    public Append append(Position expected, Turn turn) {
        return append.append(Token.of(expected), turn);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Three requests, more if the turns fill more than 1 MB or a token budget wants more than 20 turns. Strongly
     * consistent: 1 read unit for META, 1 for the summary and one for each started 4 KB of turns, rounded once a page;
     * half of that if eventually consistent. An absent session costs one request.
     */
    @Override
    public Loaded load(SessionId session, Window window) {
        return load.load(session, window);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Three requests: 2 read units, and a transaction of 4 write units. Turns that arrive in between make it start
     * over, at most ten times; then the last {@code TransactionCanceledException} comes through.
     */
    @Override
    public Restarted restart(SessionId session) {
        return restart.restart(session);
    }

    @Override
    public Position position(String token) {
        return Token.parse(token);
    }
}
