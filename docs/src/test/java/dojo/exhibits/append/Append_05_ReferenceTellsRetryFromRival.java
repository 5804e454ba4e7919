package dojo.exhibits.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Turn;
import dojo.session.dynamo.DynamoSessionMemory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Append_05_ReferenceTellsRetryFromRival {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("The reference implementation answers a retry with the place of the"
            + " first attempt, and a rival with the end of the log to append at.");

    @Test
    void a_retry_finds_itself_and_a_rival_goes_on_behind_it(LabTable table, Lab lab) {
        var memory = DynamoSessionMemory.on(lab.client(), table.name(), () -> Instant.parse("2026-11-22T09:00:00Z"));
        Position start = memory.create(NewSession.of("s-42")).positionOrThrow();
        Turn question = Turn.user("r-7", "Do you have volume two?");
        Turn rival = Turn.user("r-8", "And volume three?");

        Append first = memory.append(start, question);
        Append retry = memory.append(start, question);
        int before = lab.meter().mark();
        Append conflict = memory.append(start, rival);
        int requests = lab.meter().billSince(before).requests();

        assertThat(first).isInstanceOf(Append.Appended.class);
        assertThat(retry)
                .asInstanceOf(type(Append.AlreadyThere.class))
                .extracting(Append.AlreadyThere::position)
                .isEqualTo(first.positionOrThrow());
        assertThat(conflict).isInstanceOf(Append.Conflict.class);
        assertThat(memory.append(((Append.Conflict) conflict).tail(), rival)).isInstanceOf(Append.Appended.class);
        int turns = Stored.turns(table, "s-42");
        assertThat(turns).isEqualTo(2);
        EXHIBIT.measured("turns", turns);
        EXHIBIT.measured("retry-answer", retry.getClass().getSimpleName());
        EXHIBIT.measured("rival-answer", conflict.getClass().getSimpleName());
        EXHIBIT.measured("requests-of-the-rival", requests);
    }
}
