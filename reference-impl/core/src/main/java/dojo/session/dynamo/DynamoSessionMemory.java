package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.Change;
import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.Erased;
import dojo.session.Listed;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Page;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Readmitted;
import dojo.session.Redacted;
import dojo.session.Replaced;
import dojo.session.Restarted;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.Updated;
import dojo.session.Window;
import dojo.session.work.Runner;
import java.time.InstantSource;
import java.util.List;
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
    private final Operations operations;
    private final Runner runner;

    private DynamoSessionMemory(DynamoDbClient client, String table, MemorySettings settings) {
        this.operations = new Operations(table, settings);
        this.runner = Runner.over(client, settings.forRunner());
    }

    public static DynamoSessionMemory on(DynamoDbClient client, String table) {
        return on(client, table, MemorySettings.usual());
    }

    public static DynamoSessionMemory on(DynamoDbClient client, String table, MemorySettings settings) {
        return new DynamoSessionMemory(client, table, settings);
    }

    /** On a clock of your own. */
    public static DynamoSessionMemory on(DynamoDbClient client, String table, InstantSource clock) {
        return on(client, table, MemorySettings.usual().clock(clock));
    }

    /** With a pause of your own between attempts that met a transaction on the same item. */
    public static DynamoSessionMemory on(DynamoDbClient client, String table, InstantSource clock, Pause pause) {
        return on(client, table, MemorySettings.usual().clock(clock).pause(pause));
    }

    /**
     * {@inheritDoc}
     *
     * <p>One request. A guest's session costs 1 write unit. A customer's costs 7, a transaction: 2 for META and 1 for the
     * index, 2 for the membership by which erasure finds it, 2 for the look at the marker of erased customers. Taking
     * over an expired session takes a guest 1, or 2 if it was a customer's, and a customer two transactions. A refusal
     * costs at least 1, a customer's 6. The retry of a wish is recognised while the session it
     * opened is the one stored under its id: until another wish takes the id over, or DynamoDB has deleted the head,
     * which is seven days after the session's end at the earliest.
     */
    @Override
    public Created create(NewSession wish) {
        return runner.run("create", operations.create(wish));
    }

    /**
     * {@inheritDoc}
     *
     * <p>One request and one write unit for each started kilobyte of the stored item. A refusal costs at least one
     * write unit and, if another turn took the place, one read unit for each started 4 KB of turns from there to the
     * tail. When the position only knows that the session was to end by now, 1 read unit finds out whether it was
     * extended; after its very end it answers {@link Append.Closed} without a request.
     *
     * <p>The first turn of a step of time ({@link Upkeep#step()}) also notes that the session is active: a second
     * request, of 1 write unit, and 2 more for the index if the session has a customer. Sessions without a customer whose
     * silence is as long as their lifetime have nothing to note. If the note fails, the turn is stored all the same.
     */
    @Override
    public Append append(Position expected, Turn turn) {
        return runner.run("append", operations.append(expected, turn));
    }

    /**
     * {@inheritDoc}
     *
     * <p>One transaction: 2 write units for each started kilobyte of each item, refused or not; a refusal also reads
     * the log from {@code expected} to the tail, one read unit for each started 4 KB.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">AWS:
     *     transactions</a>
     */
    @Override
    public Append append(Position expected, List<Turn> turns) {
        return runner.run("append", operations.append(expected, turns));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Costs what the {@link Scope} says, more if rivals append at the same time.
     */
    @Override
    public Append append(SessionId session, Turn turn, Scope scope) {
        return runner.run("append", operations.append(session, turn, scope));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Three requests, more if the turns fill more than 1 MB or a token budget wants more than 20 turns. Strongly
     * consistent: 1 read unit for META, 1 for the summary and one for each started 4 KB of turns, rounded once a page;
     * half of that if eventually consistent. Parts that do not fit together, because replicas differ in age or a restart
     * came in between, are read again.
     */
    @Override
    public Loaded load(SessionId session, Window window) {
        return runner.run("load", operations.load(session, window));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Two requests, more if the turns fill more than 1 MB: 1 read unit for META and one for each started 4 KB of
     * turns. Strongly consistent.
     */
    @Override
    public Transcript read(SessionId session, long after, int limit) {
        return runner.run("read", operations.read(session, after, limit));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Four requests: 2 read units and those of the turn at its end, one for each started 4 KB of it; then a
     * transaction of 2 write units for META and 2 for each started kilobyte of the summary. A refusal is known after
     * the reads, as a rule; a repetition costs one read more.
     */
    @Override
    public Stored store(SessionId session, Summary summary) {
        return runner.run("store", operations.store(session, summary));
    }

    /**
     * {@inheritDoc}
     *
     * <p>1 read unit for META and the view next to it; each new turn costs what an append costs; and the view costs 1
     * write unit for each started kilobyte, 1 for a list of 40 turns. Three requests for a list that lost some turns at
     * its front and got one at its end. A list that is the current one already costs 2 read units.
     */
    @Override
    public Replaced replace(SessionId session, List<Turn> turns) {
        return runner.run("replace", operations.replace(session, turns));
    }

    /**
     * {@inheritDoc}
     *
     * <p>1 read unit for META and the view next to it, and one for each started 4 KB of turns. Two requests, one more
     * for each gap in the log that the list skips. Strongly consistent.
     */
    @Override
    public Loaded current(SessionId session) {
        return runner.run("current", operations.current(session));
    }

    /**
     * {@inheritDoc}
     *
     * <p>One request and 1 write unit, as long as the head of the session fits into a kilobyte; with ids of up to 36
     * characters it does, whatever the metadata. One more if a customer's list shows what changed. A refusal costs at
     * least 1.
     */
    @Override
    public Updated update(SessionId session, Change change) {
        return runner.run("update", operations.update(session, change));
    }

    /**
     * {@inheritDoc}
     *
     * <p>One request and half a read unit for each started 4 KB of entries, about 15 entries with title and preview.
     * Expired sessions are left out, yet read and paid for until DynamoDB has deleted them; more requests follow if that
     * leaves the page short, ten at most. Then the page is shorter than asked and says where to go on.
     *
     * @throws IllegalArgumentException if the page's token is damaged, or was made for another customer
     */
    @Override
    public Listed sessions(CustomerId customer, Page page) {
        return runner.run("sessions", operations.sessions(customer, page));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Four requests, and one for each summary that is emptied: 1 read unit for META, one for each started 4 KB of the
     * turn and of all summaries, and one write unit for each started kilobyte of what is overwritten, as large as it
     * was.
     */
    @Override
    public Redacted redact(SessionId session, long number, String replacement) {
        return runner.run("redact", operations.redact(session, number, replacement));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Costs what a redaction does.
     */
    @Override
    public Redacted remove(SessionId session, long number) {
        return runner.run("remove", operations.remove(session, number));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Three requests, 2 write units and 1 read unit; and for each session 9 requests, 8 write units and 3 read units,
     * besides its items: each is one request and one write unit for each started kilobyte, as large as it was, and all
     * are read twice, 1 read unit for each started 4 KB. What is no place of a log is also deleted, one request and 1
     * write unit each. One call overwrites about 2,000 items at most, then answers {@link Erased.Underway}.
     */
    @Override
    public Erased erase(CustomerId customer) {
        return runner.run("erase", operations.erase(customer));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Ten requests, 8 write units and 3 read units, besides its items, which cost what a customer's do.
     */
    @Override
    public Erased erase(SessionId guest) {
        return runner.run("erase", operations.erase(guest));
    }

    /**
     * {@inheritDoc}
     *
     * <p>One request and 1 write unit.
     */
    @Override
    public Readmitted readmit(CustomerId customer) {
        return runner.run("readmit", operations.readmit(customer));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Three requests: 2 read units, and a transaction of 4 write units. Turns that arrive in between make it start
     * over, at most ten times; then the last {@code TransactionCanceledException} comes through.
     */
    @Override
    public Restarted restart(SessionId session) {
        return runner.run("restart", operations.restart(session));
    }

    @Override
    public Position position(String token) {
        return Token.parse(token);
    }
}
