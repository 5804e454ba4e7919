package dojo.exhibits.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Prompts_01_TextAlternatesBetweenServers {

    private static final String WELCOME = "PROMPT#welcome";

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "If a text that changes is kept under its name, each server forgets it at a time of its own,"
                    + " and one conversation meets the old and the new text by turns.");

    @Test
    void a_conversation_over_two_servers_goes_back_and_forth(Lab lab, LabTable table) {
        var clock = new VirtualClock();
        var first = new CachedByName(lab.client(), table.name(), clock);
        var second = new CachedByName(lab.client(), table.name(), clock);
        first.publish(WELCOME, "old");
        first.text(WELCOME);
        clock.advance(Duration.ofSeconds(40));
        second.text(WELCOME);
        first.publish(WELCOME, "new");
        clock.advance(Duration.ofSeconds(15));

        List<String> met = new ArrayList<>();
        for (int message = 0; message < 10; message++) {
            met.add((message % 2 == 0 ? first : second).text(WELCOME));
            clock.advance(Duration.ofSeconds(5));
        }

        long changes = IntStream.range(1, met.size())
                .filter(i -> !met.get(i).equals(met.get(i - 1)))
                .count();
        assertThat(changes).isGreaterThan(2);
        EXHIBIT.measured("messages", met.size());
        EXHIBIT.measured("changes-of-the-text", (int) changes);
    }
}
