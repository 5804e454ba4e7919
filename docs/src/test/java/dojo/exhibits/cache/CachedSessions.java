package dojo.exhibits.cache;

import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.cache.CacheSettings;
import dojo.session.cache.ReadThrough;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The session memory behind a cache of its own; our model of such a cache, not DAX itself. */
final class CachedSessions {

    private final ReadThrough cache;
    private final SessionMemory memory;

    CachedSessions(DynamoDbClient ddb, String table, CacheSettings settings) {
        InstantSource clock = () -> Instant.parse("2026-11-23T09:00:00Z");
        cache = ReadThrough.with(settings.clock(clock));
        memory = DynamoSessionMemory.on(
                ddb, table, MemorySettings.usual().clock(clock).layer(cache));
    }

    Position create(String session) {
        return memory.create(NewSession.of(session)).positionOrThrow();
    }

    Position say(Position expected, int number) {
        return memory.append(expected, Turn.user("r-" + number, "And volume " + number + "?"))
                .positionOrThrow();
    }

    /** How many turns the context holds. */
    int load(String session) {
        var loaded = memory.load(SessionId.of(session), Window.latest(20).eventually());
        return ((Loaded.Found) loaded).context().turns().size();
    }

    /** Reads answered from memory, of a hundred. */
    double hitsOfHundred() {
        var report = cache.report();
        return Math.round(100.0 * report.hits() / (report.hits() + report.misses()));
    }
}
