package dojo.session.evolve;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.law.Law;
import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.dynamo.SessionTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A session in an old table, a new table, and a move from one to the other. */
final class MoveScene implements AutoCloseable {
    static final String OLD = "sessions";
    static final String NEW = "sessions-new";
    private static final SessionId SESSION = SessionId.of("s-1");

    final Lab lab;
    final Rekeying move;
    final DualWrite layer;
    final DynamoSessionMemory memory;
    final List<String> acknowledged = new ArrayList<>();
    Position at;
    Runnable duringTheWait = () -> {};
    Runnable afterTheWait = () -> {};

    private MoveScene(Layout layout, Law... laws) {
        lab = Lab.under(Laws.off(), laws);
        lab.backstage().createTable(SessionTable.definition(OLD));
        lab.backstage().createTable(SessionTable.definition(NEW));
        JobSettings settings = JobSettings.at(1_000).page(3).on(lab.clock(), this::pass);
        move = Rekeying.of(lab.client(), OLD, NEW, "to-new", layout, settings);
        layer = move.dualWrites(Duration.ofSeconds(10));
        memory = memory(lab.client());
        at = DynamoSessionMemory.on(lab.backstage(), OLD, lab.clock(), Pause.NONE)
                .create(NewSession.of("s-1").requestedAs("r-1"))
                .positionOrThrow();
    }

    static MoveScene with(Layout layout, Law... laws) {
        return new MoveScene(layout, laws);
    }

    private DynamoSessionMemory memory(DynamoDbClient client) {
        MemorySettings settings =
                MemorySettings.usual().clock(lab.clock()).pause(Pause.NONE).layer(layer);
        return DynamoSessionMemory.on(client, OLD, settings);
    }

    private void pass(Duration time) {
        boolean freeze = time.compareTo(Duration.ofSeconds(10)) > 0;
        if (freeze) {
            duringTheWait.run();
        }
        lab.clock().pass(time);
        if (freeze) {
            afterTheWait.run();
        }
    }

    /** A memory on the new table, for layouts that keep the keys. */
    DynamoSessionMemory onNew() {
        return DynamoSessionMemory.on(lab.backstage(), NEW, lab.clock(), Pause.NONE);
    }

    Append append(String text) {
        Append answer = memory.append(at, Turn.user("m-" + text.hashCode(), text));
        at = answer.positionOrThrow();
        acknowledged.add(text);
        return answer;
    }

    void say(String text) {
        append(text);
    }

    /** Says something by another process, whose requests pass no law. */
    void sayBackstage(String text) {
        DynamoSessionMemory other = memory(lab.backstage());
        Position tail = other.load(SESSION, Window.latest(1)).contextOrThrow().tail();
        at = other.append(tail, Turn.user("m-" + text.hashCode(), text)).positionOrThrow();
    }

    void deleteOldTurn(int fromTheEnd) {
        List<Map<String, AttributeValue>> turns = lab.backstage().scan(scan -> scan.tableName(OLD)).items().stream()
                .filter(item -> text(item, "SK").startsWith("TURN#"))
                .toList();
        Map<String, AttributeValue> last = turns.get(turns.size() - fromTheEnd);
        lab.backstage()
                .deleteItem(delete -> delete.tableName(OLD).key(Map.of("PK", last.get("PK"), "SK", last.get("SK"))));
    }

    List<String> texts(DynamoSessionMemory from) {
        return from.load(SESSION, Window.latest(100)).contextOrThrow().turns().stream()
                .map(StoredTurn::turn)
                .map(Turn::text)
                .toList();
    }

    List<String> keys(String table) {
        return items(table).stream()
                .map(item -> text(item, "PK") + " " + text(item, "SK"))
                .toList();
    }

    /** What sessions own; the notes of jobs aside. */
    Set<Map<String, AttributeValue>> items(String table) {
        Set<Map<String, AttributeValue>> items = new HashSet<>();
        lab.backstage().scan(scan -> scan.tableName(table)).items().stream()
                .filter(item -> !text(item, "PK").startsWith("WALK#"))
                .forEach(items::add);
        return items;
    }

    @Override
    public void close() {
        lab.close();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name)).s();
    }
}
