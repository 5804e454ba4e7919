package dojo.exhibits.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.time.VirtualClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@WithLab
@WithTable
class Prompts_02_VersionIsReadOnce {

    private static final String WELCOME = "PROMPT#welcome";
    private static final int MESSAGES = 1_000;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A conversation that keeps the version it began with meets one text on every server; a"
                    + " server reads a version once and asks which is current every ten seconds.");

    @Test
    void a_thousand_messages_read_the_table_a_dozen_times(Lab lab, LabTable table) {
        var clock = new VirtualClock();
        var first = new PromptShelf(lab.client(), table.name(), clock);
        var second = new PromptShelf(lab.client(), table.name(), clock);
        int mark = lab.meter().mark();
        first.publish(WELCOME, 6, "old");
        Bill publishing = lab.meter().billSince(mark);

        mark = lab.meter().mark();
        for (int message = 0; message < MESSAGES; message++) {
            first.text(WELCOME, first.current(WELCOME));
            clock.advance(Duration.ofMillis(100));
        }
        Bill busy = lab.meter().billSince(mark);

        long began = second.current(WELCOME);
        first.publish(WELCOME, 7, "new");
        Set<String> met = new HashSet<>();
        for (int message = 0; message < 10; message++) {
            met.add((message % 2 == 0 ? first : second).text(WELCOME, began));
            clock.advance(Duration.ofSeconds(5));
        }

        assertThat(met).containsExactly("old");
        assertThatThrownBy(() -> second.publish(WELCOME, 7, "newer"))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(first.text(WELCOME, first.current(WELCOME))).isEqualTo("new");
        assertThat(busy.requests()).isEqualTo(11);
        EXHIBIT.byRule("write-units-of-publishing", publishing.writeUnits());
        EXHIBIT.measured("messages", MESSAGES);
        EXHIBIT.measured("seconds", MESSAGES / 10);
        EXHIBIT.measured("requests", busy.requests());
        EXHIBIT.byRule("read-units", busy.readUnits());
        EXHIBIT.measured("hits-of-hundred", Math.rint(1000 * (1 - busy.requests() / (2.0 * MESSAGES))) / 10);
        EXHIBIT.measured("texts-of-a-conversation", met.size());
    }
}
