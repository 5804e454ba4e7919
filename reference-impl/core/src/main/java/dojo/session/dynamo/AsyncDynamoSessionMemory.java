package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.AsyncSessionMemory;
import dojo.session.Change;
import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.Erased;
import dojo.session.Listed;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Page;
import dojo.session.Position;
import dojo.session.Readmitted;
import dojo.session.Redacted;
import dojo.session.Replaced;
import dojo.session.Restarted;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.Updated;
import dojo.session.Window;
import dojo.session.work.Runner;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/**
 * The session memory for callers who must not wait: what {@link DynamoSessionMemory} does, at the same prices.
 *
 * <p>A future fails with what the client threw, not wrapped; then the outcome is unknown: call again with the same
 * arguments. Cancelling a future does not take a request back. Bad arguments are refused at once, by an exception of the
 * call itself. Thread-safe, and holds nothing that must be closed; the client stays the caller's.
 */
public final class AsyncDynamoSessionMemory implements AsyncSessionMemory {
    private final Operations operations;
    private final Runner runner;

    private AsyncDynamoSessionMemory(DynamoDbAsyncClient client, String table, MemorySettings settings) {
        this.operations = new Operations(table, settings);
        this.runner = Runner.over(client, settings.forRunner());
    }

    public static AsyncDynamoSessionMemory on(DynamoDbAsyncClient client, String table) {
        return on(client, table, MemorySettings.usual());
    }

    public static AsyncDynamoSessionMemory on(DynamoDbAsyncClient client, String table, MemorySettings settings) {
        return new AsyncDynamoSessionMemory(client, table, settings);
    }

    @Override
    public CompletableFuture<Created> create(NewSession wish) {
        return runner.start("create", operations.create(wish));
    }

    @Override
    public CompletableFuture<Append> append(Position expected, Turn turn) {
        return runner.start("append", operations.append(expected, turn));
    }

    @Override
    public CompletableFuture<Append> append(Position expected, List<Turn> turns) {
        return runner.start("append", operations.append(expected, turns));
    }

    @Override
    public CompletableFuture<Append> append(SessionId session, Turn turn, Scope scope) {
        return runner.start("append", operations.append(session, turn, scope));
    }

    @Override
    public CompletableFuture<Loaded> load(SessionId session, Window window) {
        return runner.start("load", operations.load(session, window));
    }

    @Override
    public CompletableFuture<Transcript> read(SessionId session, long after, int limit) {
        return runner.start("read", operations.read(session, after, limit));
    }

    @Override
    public CompletableFuture<Stored> store(SessionId session, Summary summary) {
        return runner.start("store", operations.store(session, summary));
    }

    @Override
    public CompletableFuture<Replaced> replace(SessionId session, List<Turn> turns) {
        return runner.start("replace", operations.replace(session, turns));
    }

    @Override
    public CompletableFuture<Loaded> current(SessionId session) {
        return runner.start("current", operations.current(session));
    }

    @Override
    public CompletableFuture<Updated> update(SessionId session, Change change) {
        return runner.start("update", operations.update(session, change));
    }

    @Override
    public CompletableFuture<Listed> sessions(CustomerId customer, Page page) {
        return runner.start("sessions", operations.sessions(customer, page));
    }

    @Override
    public CompletableFuture<Redacted> redact(SessionId session, long number, String replacement) {
        return runner.start("redact", operations.redact(session, number, replacement));
    }

    @Override
    public CompletableFuture<Redacted> remove(SessionId session, long number) {
        return runner.start("remove", operations.remove(session, number));
    }

    @Override
    public CompletableFuture<Erased> erase(CustomerId customer) {
        return runner.start("erase", operations.erase(customer));
    }

    @Override
    public CompletableFuture<Erased> erase(SessionId guest) {
        return runner.start("erase", operations.erase(guest));
    }

    @Override
    public CompletableFuture<Readmitted> readmit(CustomerId customer) {
        return runner.start("readmit", operations.readmit(customer));
    }

    @Override
    public CompletableFuture<Restarted> restart(SessionId session) {
        return runner.start("restart", operations.restart(session));
    }

    @Override
    public Position position(String token) {
        return Token.parse(token);
    }
}
