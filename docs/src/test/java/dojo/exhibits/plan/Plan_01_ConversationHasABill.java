package dojo.exhibits.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.item.ItemSize;
import dojo.lab.junit.WithLab;
import dojo.lab.time.VirtualClock;
import dojo.session.NewSession;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.SessionTable;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
class Plan_01_ConversationHasABill {

    private static final int MESSAGES = 10;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A conversation of ten messages, held with the reference implementation, has a bill that a"
                    + " plan can multiply: what it writes, what it reads, and what it leaves behind.");

    @Test
    void ten_questions_and_ten_answers_are_counted(Lab lab) {
        String table = lab.newTableName();
        SessionTable.create(lab.backstage(), table);
        var clock = new VirtualClock();
        var memory = DynamoSessionMemory.on(lab.client(), table, clock);

        int start = lab.meter().mark();
        var end = memory.create(NewSession.of("s-42").ownedBy("c-9")).positionOrThrow();
        Bill creating = lab.meter().billSince(start);
        // tag::conversation[]
        for (int i = 0; i < MESSAGES; i++) {
            var question = Turn.user("q-" + i, words(200));
            var answer = Turn.assistant("a-" + i, words(900));
            end = memory.append(end, question).positionOrThrow();
            memory.load(SessionId.of("s-42"), Window.latest(10));
            end = memory.append(end, answer).positionOrThrow();
            clock.advance(Duration.ofSeconds(30));
        }
        // end::conversation[]
        Bill all = lab.meter().billSince(start);
        var left = lab.backstage().scan(scan -> scan.tableName(table)).items();

        assertThat(all.writeUnits()).isGreaterThanOrEqualTo(2 * MESSAGES);
        assertThat(left).hasSizeGreaterThanOrEqualTo(2 * MESSAGES);
        EXHIBIT.measured("messages", MESSAGES);
        EXHIBIT.byRule("write-units-of-creating", creating.writeUnits());
        EXHIBIT.byRule("write-units", all.writeUnits());
        EXHIBIT.byRule("read-units", all.readUnits());
        EXHIBIT.measured("requests", all.requests());
        EXHIBIT.measured("items", left.size());
        long largest = left.stream().mapToLong(ItemSize::bytes).max().orElseThrow();
        EXHIBIT.byRule("bytes-of-the-largest-item", (double) largest);
        EXHIBIT.byRule(
                "bytes",
                left.stream().mapToDouble(item -> (double) ItemSize.bytes(item)).sum());
    }

    /** Text of so many letters that does not pack better than speech does. */
    private static String words(int letters) {
        return new Random(letters)
                .ints(letters, 'a', 'z' + 3)
                .mapToObj(letter -> letter > 'z' ? " " : String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
