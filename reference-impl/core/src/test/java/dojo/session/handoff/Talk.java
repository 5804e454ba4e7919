package dojo.session.handoff;

import dojo.session.Change;
import dojo.session.Context;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A conversation to hand over, and what comes out. */
final class Talk {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOON);
    static final SessionId SESSION = SessionId.of("s-42");
    static final String CONTENT = "sesame";

    private Talk() {}

    /** So many turns in a customer's session, and a summary of the first half. */
    static Position hold(SessionMemory memory, int turns) {
        Position at = memory.create(NewSession.of("s-42").ownedBy("c-7")).positionOrThrow();
        for (int i = 1; i <= turns; i++) {
            at = memory.append(at, turn(i)).positionOrThrow();
        }
        memory.update(
                SESSION,
                Change.of()
                        .title("About " + CONTENT)
                        .status("waits for a human")
                        .page(Map.of("page", "/volumes/3")));
        if (turns >= 2) {
            memory.store(
                    SESSION,
                    new Summary(1, turns / 2, CONTENT + " was said", NOON)
                            .of(new Summary.Origin(at, "digest-of-inputs", "model-3", "prompt-4")));
        }
        return at;
    }

    static Turn turn(int i) {
        Turn said =
                i % 2 == 1 ? Turn.user("m-" + i, CONTENT + " " + i) : Turn.assistant("m-" + i, "\"" + i + "\" \017€😀");
        return i % 3 == 0 ? said.with("card", CONTENT + " 4111").with("mood", "glad") : said;
    }

    static byte[] export(SessionMemory memory, SigningKey key, Redaction redaction) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        HandoffExport.from(memory, key)
                .at(CLOCK)
                .redactedBy(redaction)
                .export(SESSION, file)
                .manifestOrThrow();
        return file.toByteArray();
    }

    static byte[] export(SessionMemory memory) throws IOException {
        return export(memory, TestKeys.EDWARDS, Redaction.NONE);
    }

    static Source source(byte[] file) {
        return () -> new ByteArrayInputStream(file);
    }

    static List<Turn> turns(SessionMemory memory, String session) {
        return memory.read(SessionId.of(session), 0, 1_000).turnsOrThrow().stream()
                .map(StoredTurn::turn)
                .toList();
    }

    static Context context(SessionMemory memory, String session) {
        return memory.load(SessionId.of(session), Window.latest(1)).contextOrThrow();
    }
}
