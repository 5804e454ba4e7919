package dojo.session.dynamo;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.law.Law;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Role;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.content.ContentPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table at a fixed time, empty or with what a generation of writers left in it. */
final class GoldenScene implements AutoCloseable, InstantSource {
    static final String TABLE = "sessions";
    static final SessionId CUSTOMERS = SessionId.of("s-1");
    static final SessionId GUESTS = SessionId.of("s-2");
    static final Turn QUESTION = Turn.user("m-1", "Is it out?").withTokens(4);
    static final Turn RESULT = Turn.of("m-2", Role.TOOL, "価格は 12 €")
            .withTokens(9)
            .with("call", "c-1")
            .with("lang", "ja");

    /** Packed into a small item. */
    static final Turn PACKED =
            Turn.user("m-4", "again and ".repeat(500)).withTokens(999).with("lang", "en");

    /** Hard to pack, so that it is kept outside its item. */
    static final Turn SPLIT = Turn.assistant(
                    "m-5",
                    new Random(42)
                            .ints(4_000, '!', '~')
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining()))
            .withTokens(999);

    final Lab lab;
    final DynamoSessionMemory memory;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    private GoldenScene(Law... laws) {
        lab = Lab.under(Laws.off(), laws);
        lab.backstage().createTable(SessionTable.definition(TABLE));
        memory = DynamoSessionMemory.on(
                lab.client(),
                TABLE,
                MemorySettings.usual()
                        .clock(this)
                        .pause(Pause.NONE)
                        .content(ContentPolicy.usual().packing().inlineUpTo(2_048)));
    }

    static GoldenScene empty() {
        return new GoldenScene();
    }

    /** Half a minute after the last of these items was written. */
    static GoldenScene leftBy(int generation, Law... laws) {
        GoldenScene scene = new GoldenScene(laws);
        scene.later(Duration.ofMinutes(1));
        Golden.of(generation).items().forEach(scene::put);
        return scene;
    }

    /** What was played when the first release wrote the first generation, and after it what is new since. */
    Golden play() {
        List<String> tokens = new ArrayList<>();
        Duration step = Duration.ofSeconds(10);
        Position at =
                memory.create(wish(CUSTOMERS).ownedBy("c-7").requestedAs("r-1")).positionOrThrow();
        tokens.add(at.token());
        later(step);
        at = memory.append(at, QUESTION).positionOrThrow();
        later(step);
        at = memory.append(at, RESULT).positionOrThrow();
        tokens.add(at.token());
        Position guest = memory.create(wish(GUESTS).requestedAs("r-2")).positionOrThrow();
        memory.append(guest, Turn.user("m-1", "hello").withTokens(2));
        later(step);
        memory.restart(GUESTS);
        Position tail =
                memory.load(CUSTOMERS, Window.latest(2)).contextOrThrow().tail();
        Summary summary = new Summary(1, 1, "They ask whether it is out.", now);
        memory.store(CUSTOMERS, summary.of(new Summary.Origin(tail, "inputs", "model", "prompt")));
        memory.append(GUESTS, PACKED, Scope.tail(1));
        memory.append(GUESTS, SPLIT, Scope.tail(1));
        memory.append(CUSTOMERS, Turn.user("m-3", "And now?").withTokens(2), Scope.marker(Duration.ofHours(1)));
        return new Golden(tokens, items());
    }

    private static NewSession wish(SessionId session) {
        return NewSession.of(session.value()).lasting(Duration.ofHours(2));
    }

    List<Map<String, AttributeValue>> items() {
        return lab.backstage().scan(scan -> scan.tableName(TABLE)).items();
    }

    /** The items by their keys. */
    Map<String, Map<String, AttributeValue>> byKey() {
        return items().stream()
                .collect(Collectors.toMap(
                        item -> Items.text(item, "PK") + " " + Items.text(item, "SK"), item -> Map.copyOf(item)));
    }

    void put(Map<String, AttributeValue> item) {
        lab.backstage().putItem(put -> put.tableName(TABLE).item(item));
    }

    /** Gives every item of these sort keys another attribute. */
    void set(String sortKeyPrefix, String attribute, AttributeValue value) {
        for (Map<String, AttributeValue> item : items()) {
            if (Items.text(item, "SK").startsWith(sortKeyPrefix)) {
                Map<String, AttributeValue> changed = new HashMap<>(item);
                changed.put(attribute, value);
                put(changed);
            }
        }
    }

    void later(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void close() {
        lab.close();
    }
}
