package dojo.session.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.SessionMemory;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a turn of a chat costs, once the window of 20 messages is full: a question of about 600 bytes is added, the
 * messages are read, an answer of about 1.9 KB is added. The README shows what comes out here.
 */
@WithLab
class PriceOfATurnTest {
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Lab lab;
    private final SessionMemory sessions;

    PriceOfATurnTest(Lab lab, DynamoDbClient client, LabTable table) {
        this.lab = lab;
        this.sessions = DynamoSessionMemory.on(client, table.name());
    }

    private Bill turn(ChatMemory memory) {
        for (int i = 10; i < 22; i++) {
            memory.add(question(i));
            memory.messages();
            memory.add(answer(i));
        }
        int mark = lab.meter().mark();
        memory.add(question(22));
        memory.messages();
        memory.add(answer(22));
        return lab.meter().billSince(mark);
    }

    private static UserMessage question(int number) {
        return UserMessage.from(number + "q".repeat(350));
    }

    private static AiMessage answer(int number) {
        return AiMessage.from(number + "a".repeat(1_650));
    }

    @Test
    void appending() throws IOException {
        ChatMemory memory =
                SessionChatMemories.over(sessions, Window.latest(20), LIFETIME).of("strong");
        ChatMemory eventual = SessionChatMemories.over(
                        sessions, Window.latest(20).eventually(), LIFETIME)
                .of("eventual");

        shown("`SessionChatMemories`", turn(memory));
        shown("the same, eventually consistent", turn(eventual));
    }

    @Test
    void the_frameworks_window_over_our_store() throws IOException {
        ChatMemory memory = MessageWindowChatMemory.builder()
                .id("chat")
                .maxMessages(20)
                .chatMemoryStore(SessionChatMemoryStore.over(sessions, LIFETIME))
                .build();

        shown("`MessageWindowChatMemory` over `SessionChatMemoryStore`", turn(memory));
    }

    private static void shown(String what, Bill bill) throws IOException {
        String row = String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s |",
                what,
                bill.requests(),
                figure(bill.writeUnits()),
                figure(bill.readUnits()));
        assertThat(Files.readAllLines(Path.of("../README.md"))).contains(row);
    }

    private static String figure(double units) {
        return units == Math.rint(units) ? Long.toString((long) units) : Double.toString(units);
    }
}
