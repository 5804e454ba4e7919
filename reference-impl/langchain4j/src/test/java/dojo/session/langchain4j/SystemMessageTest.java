package dojo.session.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.SessionMemory;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A system message is in force however long ago it was said, as in the framework's own memories. */
@WithLab
class SystemMessageTest {
    private static final ChatMessage BRIEF = SystemMessage.from("Be brief.");
    private static final ChatMessage POLITE = SystemMessage.from("Be polite.");

    private final Lab lab;
    private final SessionMemory sessions;
    private final ChatMemory memory;

    SystemMessageTest(Lab lab, DynamoDbClient client, LabTable table) {
        this.lab = lab;
        this.sessions = DynamoSessionMemory.on(client, table.name());
        this.memory = process(Window.latest(4));
    }

    private ChatMemory process(Window window) {
        return SessionChatMemories.over(sessions, window, Duration.ofDays(1)).of("chat");
    }

    private void say(int from, int to) {
        for (int i = from; i <= to; i++) {
            memory.add(UserMessage.from("message " + i));
        }
    }

    private Bill billOf(Runnable work) {
        int mark = lab.meter().mark();
        work.run();
        return lab.meter().billSince(mark);
    }

    @Test
    void it_stays_and_counts_in_the_window() {
        memory.add(BRIEF);
        say(1, 9);

        List<ChatMessage> shown = List.of(
                BRIEF, UserMessage.from("message 7"), UserMessage.from("message 8"), UserMessage.from("message 9"));
        assertThat(memory.messages()).isEqualTo(shown);
        assertThat(process(Window.latest(4)).messages()).isEqualTo(shown);
    }

    @Test
    void it_counts_in_a_budget_of_tokens() {
        memory.add(BRIEF);
        say(1, 9);

        // A message takes three tokens, and so does the system's.
        assertThat(process(Window.latest(5).within(9)).messages())
                .containsExactly(BRIEF, UserMessage.from("message 8"), UserMessage.from("message 9"));
    }

    @Test
    void the_latest_one_stays_also_when_both_are_long_ago() {
        memory.add(BRIEF);
        say(1, 3);
        memory.add(POLITE);
        say(4, 12);

        assertThat(memory.messages()).startsWith(POLITE).hasSize(4);
        assertThat(process(Window.latest(4)).messages()).startsWith(POLITE);
    }

    @Test
    void adding_it_again_long_after_stores_nothing() {
        memory.add(BRIEF);
        say(1, 9);

        Bill bill = billOf(() -> process(Window.latest(4)).add(BRIEF));
        assertThat(bill.writeUnits()).isZero();
    }

    @Test
    void each_turn_is_read_once_for_it() {
        say(1, 20);
        memory.messages();

        assertThat(billOf(memory::messages).requests()).isEqualTo(3);
        say(21, 30);
        assertThat(billOf(memory::messages).requests()).isEqualTo(3 + 2);
        assertThat(billOf(memory::messages).requests()).isEqualTo(3);
    }

    @Test
    void one_of_before_a_restart_elsewhere_is_forgotten() {
        memory.add(BRIEF);
        say(1, 9);
        memory.messages();

        process(Window.latest(4)).clear();
        say(10, 30);

        assertThat(memory.messages()).hasSize(4).doesNotContain(BRIEF);
    }

    @Test
    void one_that_another_process_adds_is_seen() {
        memory.add(BRIEF);
        say(1, 9);
        memory.messages();
        process(Window.latest(4)).add(POLITE);
        memory.add(AiMessage.from("gladly"));
        say(10, 20);

        assertThat(memory.messages()).startsWith(POLITE).doesNotContain(BRIEF);
    }
}
