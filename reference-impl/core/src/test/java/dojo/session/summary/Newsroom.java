package dojo.session.summary;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.expiry.ExpirySettings;
import dojo.lab.fault.FaultLaw;
import dojo.lab.fault.FaultSettings;
import dojo.lab.stream.BatchResult;
import dojo.lab.stream.StreamBatch;
import dojo.lab.stream.StreamLaw;
import dojo.lab.stream.StreamPollerBuilder;
import dojo.lab.stream.StreamSettings;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Restarted;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.SessionTable;
import dojo.session.summary.SummaryConsumer.Answer;
import dojo.session.summary.SummaryConsumer.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A lab with a stream, people who talk, and a consumer that sums up what they say. */
final class Newsroom implements AutoCloseable {
    final Lab lab;
    final String table;
    final SessionMemory memory;
    final SessionMemory backstage;
    final List<Answer> answers = new ArrayList<>();
    private final Map<SessionId, Position> tails = new HashMap<>();

    Newsroom(long seed, StreamSettings streams, FaultSettings faults) {
        Laws laws = Laws.off()
                .seed(seed)
                .with(streams)
                .with(faults)
                .with(ExpirySettings.real().lag(Duration.ofMinutes(5), Duration.ofMinutes(20)));
        lab = Lab.under(laws);
        table = lab.newTableName();
        SessionTable.create(lab.backstage(), table);
        memory = DynamoSessionMemory.on(lab.client(), table, lab.clock(), Pause.NONE);
        backstage = DynamoSessionMemory.on(lab.backstage(), table, lab.clock(), Pause.NONE);
        // Switching time to live on takes the lab an hour, as it does the service.
        pass(Duration.ofHours(1));
    }

    static Newsroom quiet() {
        return new Newsroom(1, StreamSettings.real(), FaultSettings.none());
    }

    StreamPollerBuilder poller() {
        return lab.law(StreamLaw.class)
                .poller(lab.streams(), table)
                .batchSize(25)
                .retryAttempts(3)
                .bisectOnError()
                .reportBatchItemFailures();
    }

    /** What an adapter has to do: pass the turns on, and the failures back. */
    BatchResult hand(StreamBatch batch, SummaryConsumer consumer) {
        List<TurnWritten> turns = batch.records().stream()
                .map(TurnWritten::of)
                .flatMap(Optional::stream)
                .toList();
        Answer answer = consumer.consume(turns);
        answers.add(answer);
        return new BatchResult(
                answer.failures().stream().map(Failure::sequenceNumber).toList());
    }

    void open(SessionId session, Duration lifetime) {
        tails.put(
                session,
                backstage
                        .create(NewSession.of(session.value()).lasting(lifetime))
                        .positionOrThrow());
    }

    /** Says something, again and again until it is acknowledged. */
    void say(SessionId session) {
        Position at = Objects.requireNonNull(tails.get(session), "open the session first");
        Turn turn = Turn.user(at.token(), "said in " + session);
        while (true) {
            try {
                tails.put(session, memory.append(at, turn).positionOrThrow());
                return;
            } catch (SdkException unknown) {
                // The outcome is unknown, and the remedy is to repeat the call.
            }
        }
    }

    void say(SessionId session, int turns) {
        for (int i = 0; i < turns; i++) {
            say(session);
        }
    }

    void restart(SessionId session) {
        tails.put(session, ((Restarted.Fresh) backstage.restart(session)).position());
    }

    void pass(Duration time) {
        lab.clock().advance(time);
    }

    void calm() {
        lab.law(FaultLaw.class).pause();
    }

    long turns(SessionId session) {
        return backstage
                .load(session, Window.latest(1))
                .contextOrThrow()
                .turns()
                .get(0)
                .number();
    }

    Optional<Summary> latest(SessionId session) {
        return backstage.load(session, Window.latest(1)).contextOrThrow().summary();
    }

    /** The summaries of the session's present log as {@code from-to: text}, oldest first. */
    List<String> chain(SessionId session) {
        String epoch = of(items(session, "META").get(0), "epoch").n();
        return items(session, "SUMMARY#" + "0".repeat(15 - epoch.length()) + epoch).stream()
                .map(item -> of(item, "from_turn").n() + "-"
                        + of(item, "to_turn").n() + ": " + of(item, "text").s())
                .collect(Collectors.toList());
    }

    private static AttributeValue of(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name));
    }

    List<Map<String, AttributeValue>> items(SessionId session, String prefix) {
        return lab.backstage()
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :prefix)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + session),
                                ":prefix", AttributeValue.fromS(prefix))))
                .items();
    }

    @Override
    public void close() {
        lab.close();
    }
}
