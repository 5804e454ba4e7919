package dojo.exhibits.daxes;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.cache.CacheSettings;
import dojo.session.cache.ReadThrough;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Daxes_01_QueryCacheForgetsTheOwnTurn {

    private static final Window WINDOW = Window.latest(20).eventually();

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("With the rules of DAX a cached query keeps its answer when an item"
            + " of it is written: a conversation does not see the turn that it has just stored.");

    @Test
    void the_turn_is_stored_and_the_conversation_does_not_know_it(LabTable table, Lab lab) {
        var time = Instant.parse("2026-11-22T09:00:00Z");
        var rules = CacheSettings.likeDax().clock(() -> time);
        var memory = DynamoSessionMemory.on(
                lab.client(),
                table.name(),
                MemorySettings.usual().clock(() -> time).layer(ReadThrough.with(rules)));
        var start = memory.create(NewSession.of("s-42")).positionOrThrow();

        int before = turns(memory);
        memory.append(start, Turn.user("r-7", "Do you have volume two?"));
        int cached = turns(memory);
        int stored = (int) table.items("SESSION#s-42").stream()
                .filter(item -> item.getOrDefault("SK", fromS("")).s().startsWith("TURN#"))
                .count();

        assertThat(before).isZero();
        assertThat(stored).isEqualTo(1);
        assertThat(cached).isZero();
        EXHIBIT.modelled("turns-stored", stored);
        EXHIBIT.modelled("turns-seen", cached);
        EXHIBIT.modelled("minutes-of-a-query", rules.queries().toMinutesPart());
    }

    private static int turns(SessionMemory memory) {
        return ((Loaded.Found) memory.load(SessionId.of("s-42"), WINDOW))
                .context()
                .turns()
                .size();
    }
}
