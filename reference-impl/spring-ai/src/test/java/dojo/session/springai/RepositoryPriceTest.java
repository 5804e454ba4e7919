package dojo.session.springai;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.dynamo.DynamoSessionMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.ChatMemoryRepository;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.UserMessage;

/** What a turn costs with what Spring AI's advisor does for it: read, add the question, add the answer. */
@WithLab
class RepositoryPriceTest {
    private static final int WARM_UP = 15;
    private static final int TURNS = 10;

    private final Lab lab;
    private final LabTable table;

    RepositoryPriceTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
    }

    private static final Path REPORT = Path.of(System.getProperty("basedir", "."), "target", "repository-price.txt");

    @Test
    void a_turn_costs_a_small_part_of_what_deleting_and_putting_all_costs() throws IOException {
        Bill ours = turns(window(SessionChatMemoryRepositoryTest.on(lab.client(), table)), "ours");
        Bill usual = turns(window(new DeleteAllPutAll(lab.client(), table.name())), "usual");
        Bill appending = turns(
                SessionChatMemory.over(DynamoSessionMemory.on(lab.client(), table.name()), 20, Duration.ofDays(30)),
                "appending");
        Files.writeString(
                REPORT,
                "appending, no repository  " + each(appending) + "\nour repository            " + each(ours)
                        + "\ndelete all, put all       " + each(usual) + "\n");

        assertThat(ours.writeUnits() / TURNS).isLessThanOrEqualTo(5);
        assertThat(appending.writeUnits() / TURNS).isLessThanOrEqualTo(3);
        assertThat(usual.writeUnits()).isGreaterThan(20 * ours.writeUnits());
        assertThat(usual.requests()).isGreaterThan(6 * ours.requests());
    }

    private Bill turns(ChatMemory memory, String conversation) {
        int mark = lab.meter().mark();
        for (int i = 1; i <= WARM_UP + TURNS; i++) {
            if (i == WARM_UP + 1) {
                mark = lab.meter().mark();
            }
            memory.get(conversation);
            memory.add(conversation, new UserMessage(words(i, 450)));
            memory.add(conversation, new AssistantMessage(words(i, 1_700)));
        }
        return lab.meter().billSince(mark);
    }

    private static String words(int i, int length) {
        return (i + " word").repeat(length).substring(0, length);
    }

    private static String each(Bill bill) {
        return "%.1f requests, %.1f RU, %.1f WU"
                .formatted((double) bill.requests() / TURNS, bill.readUnits() / TURNS, bill.writeUnits() / TURNS);
    }

    private static ChatMemory window(ChatMemoryRepository repository) {
        return MessageWindowChatMemory.builder()
                .chatMemoryRepository(repository)
                .maxMessages(20)
                .build();
    }
}
