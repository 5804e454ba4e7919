package dojo.session.dynamo;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.region.RegionSettings;
import dojo.session.Loaded;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A global table with eventual consistency in two Regions, a second apart, and a memory in each. */
final class TwoRegions implements AutoCloseable {
    static final String HOME = "us-east-1";
    static final String EUROPE = "eu-west-1";
    static final SessionId SESSION = SessionId.of("s-42");
    private static final String TABLE = "sessions";

    final Lab lab;

    private TwoRegions(Lab lab) {
        this.lab = lab;
    }

    static TwoRegions open() {
        TwoRegions regions = new TwoRegions(Lab.under(Laws.off()
                .with(RegionSettings.of(HOME, EUROPE)
                        .allTables(RegionSettings.Mode.EVENTUAL)
                        .lag(Duration.ofSeconds(1), Duration.ofSeconds(1)))));
        regions.lab.in(HOME).client().createTable(SessionTable.definition(TABLE));
        return regions;
    }

    DynamoSessionMemory memory(String region) {
        return DynamoSessionMemory.on(lab.in(region).client(), TABLE, settings().region(region));
    }

    /** A memory that was not told that there are Regions. */
    DynamoSessionMemory unaware(String region) {
        return DynamoSessionMemory.on(lab.in(region).client(), TABLE, settings());
    }

    SessionHomes homes(String region) {
        return SessionHomes.on(lab.in(region).client(), TABLE, settings().region(region));
    }

    private MemorySettings settings() {
        return MemorySettings.usual().clock(lab.clock()).pause(Pause.NONE);
    }

    /** Lets everything arrive that is under way. */
    void catchUp() {
        lab.clock().advance(Duration.ofSeconds(2));
    }

    Position say(String region, Position at, String id) {
        return memory(region).append(at, Turn.user(id, "text of " + id)).positionOrThrow();
    }

    List<String> ids(String region) {
        return ids(memory(region).load(SESSION, Window.latest(50)));
    }

    static List<String> ids(Loaded loaded) {
        return loaded.contextOrThrow().turns().stream()
                .map(StoredTurn::turn)
                .map(turn -> turn.id().value())
                .toList();
    }

    /** Takes a turn out of the copy of one Region, as if it had not arrived there. */
    void lose(String region, String kind, String turnId) {
        var client = lab.in(region).client();
        client.scan(scan -> scan.tableName(TABLE)).items().stream()
                .filter(item -> Items.text(item, "SK").startsWith(kind))
                .filter(item -> AttributeValue.fromS(turnId).equals(item.get("turn_id")))
                .forEach(item -> client.deleteItem(
                        delete -> delete.tableName(TABLE).key(Map.of("PK", item.get("PK"), "SK", item.get("SK")))));
    }

    @Override
    public void close() {
        lab.close();
    }
}
