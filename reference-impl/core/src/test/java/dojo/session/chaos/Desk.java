package dojo.session.chaos;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.fault.Fault;
import dojo.lab.fault.FaultLaw;
import dojo.lab.fault.FaultRule;
import dojo.lab.fault.FaultSettings;
import dojo.lab.law.Law;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.Raw;
import dojo.session.dynamo.SessionTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One session in a lab where nothing goes wrong but what a test asks for. */
final class Desk implements AutoCloseable {
    static final SessionId SESSION = SessionId.of("s-42");
    static final Duration LIFETIME = Duration.ofMinutes(10);
    /** As many attempts as the lab's client makes for one call. */
    private static final int ALL_ATTEMPTS = 4;

    private final Lab lab;
    private final String table;
    final SessionMemory memory;

    Desk(Law... own) {
        lab = Lab.under(Laws.off().with(FaultSettings.none()), own);
        table = lab.newTableName();
        SessionTable.create(lab.backstage(), table);
        memory = ahead(Duration.ZERO);
    }

    /** A memory whose clock is ahead by so much. */
    SessionMemory ahead(Duration skew) {
        return DynamoSessionMemory.on(
                lab.client(), table, () -> lab.clock().instant().plus(skew), Pause.NONE);
    }

    /** A memory that no law troubles. */
    SessionMemory calm() {
        return DynamoSessionMemory.on(lab.backstage(), table, lab.clock(), Pause.NONE);
    }

    Position open(String request) {
        return calm().create(NewSession.of("s-42").requestedAs(request).lasting(LIFETIME))
                .positionOrThrow();
    }

    /** Somebody else says something. */
    Position hears(Position at, String name) {
        return calm().append(at, say(name)).positionOrThrow();
    }

    static Turn say(String name) {
        return Turn.user("t-" + name, name);
    }

    /** The same position after a journey through a queue. */
    Position redelivered(Position position) {
        return memory.position(position.token());
    }

    /** The call is carried out, and neither its answer nor those to its repetitions arrive. */
    void losingTheAnswer(String operation, Runnable call) {
        failing(FaultRule.lostAnswer(Fault.INTERNAL_SERVER_ERROR).on(operation), call);
    }

    /** The call never reaches the database. */
    void neverArriving(String operation, Runnable call) {
        failing(FaultRule.of(Fault.SERVICE_UNAVAILABLE).on(operation), call);
    }

    private void failing(FaultRule rule, Runnable call) {
        FaultLaw faults = lab.law(FaultLaw.class);
        faults.inject(rule.times(ALL_ATTEMPTS));
        try {
            call.run();
        } catch (SdkException unknown) {
            return;
        } finally {
            faults.clear();
        }
        throw new AssertionError("The call was answered, and should not have been.");
    }

    void pass(Duration time) {
        lab.clock().advance(time);
    }

    List<String> texts() {
        return calm().load(SESSION, Window.latest(100)).contextOrThrow().turns().stream()
                .map(stored -> stored.turn().text())
                .toList();
    }

    Raw.Stored stored() {
        return new Raw(lab.backstage(), table).stored(SESSION);
    }

    /** As time to live does it: without a word, and in any order. */
    void deleted(Map<String, AttributeValue> item) {
        lab.backstage()
                .deleteItem(delete -> delete.tableName(table)
                        .key(Map.of("PK", item.getOrDefault("PK", NONE), "SK", item.getOrDefault("SK", NONE))));
    }

    private static final AttributeValue NONE = AttributeValue.fromS("");

    List<Map<String, AttributeValue>> items() {
        return lab.backstage().scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
                .toList();
    }

    @Override
    public void close() {
        lab.close();
    }
}
