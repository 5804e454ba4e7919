package dojo.session.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.bill.Bill;
import dojo.lab.expiry.ExpirySettings;
import dojo.lab.fault.FaultSettings;
import dojo.lab.replication.ReplicationSettings;
import dojo.lab.stream.StreamSettings;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.content.ContentPolicy;
import dojo.session.content.ContentStore;
import dojo.session.content.FileContentStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A session in a lab where time passes and items expire, with a store of files beside the table. */
final class ContentScene implements AutoCloseable {
    static final SessionId SESSION = SessionId.of("s-42");
    static final Duration LIFETIME = Duration.ofDays(2);

    final Lab lab;
    final String table;
    final ContentStore files;
    final Position start;

    ContentScene(Path folder) {
        this(folder, Laws.off());
    }

    ContentScene(Path folder, Laws laws) {
        this.lab = Lab.under(laws.with(StreamSettings.real())
                .with(FaultSettings.none())
                .with(ExpirySettings.real().lag(Duration.ofMinutes(5), Duration.ofMinutes(20))));
        this.table = lab.newTableName();
        SessionTable.create(lab.backstage(), table);
        lab.clock().pass(Duration.ofHours(2));
        this.files = FileContentStore.in(folder, Runnable::run, lab.clock());
        this.start = memory(ContentPolicy.usual())
                .create(NewSession.of("s-42").lasting(LIFETIME))
                .positionOrThrow();
    }

    static Laws lagging() {
        return Laws.off().with(ReplicationSettings.real());
    }

    MemorySettings settings(ContentPolicy policy) {
        return MemorySettings.usual().clock(lab.clock()).pause(Pause.NONE).content(policy);
    }

    DynamoSessionMemory memory(ContentPolicy policy) {
        return DynamoSessionMemory.on(lab.client(), table, settings(policy));
    }

    ContentPolicy inStore() {
        return ContentPolicy.usual().inlineUpTo(16_000).keepingIn(files);
    }

    /** What the requests of a step really cost. */
    Bill billed(Runnable step) {
        int before = lab.meter().mark();
        step.run();
        return lab.meter().billSince(before);
    }

    List<StoredTurn> load(DynamoSessionMemory memory) {
        return memory.load(SESSION, Window.latest(50)).contextOrThrow().turns();
    }

    List<Map<String, AttributeValue>> items(String prefix) {
        return lab.backstage()
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :prefix)")
                        .expressionAttributeValues(
                                Map.of(":pk", Keys.session(SESSION), ":prefix", AttributeValue.fromS(prefix))))
                .items();
    }

    List<String> names() {
        return files.list("", "").join().kept().stream()
                .map(ContentStore.Kept::name)
                .toList();
    }

    void put(String name, String content) {
        files.put(name, content.getBytes(UTF_8)).join();
    }

    static Turn turn(String id, String text) {
        return Turn.user(id, text);
    }

    @Override
    public void close() {
        lab.close();
    }
}
