package dojo.session.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dev.langchain4j.store.memory.chat.InMemoryChatMemoryStore;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.dynamo.AsyncDynamoSessionMemory;
import dojo.session.dynamo.DynamoSessionMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The same operations on our store and on the framework's own in memory: after each, both hold the same lists. */
@WithLab
class StoreDifferentialTest {
    private static final int OPERATIONS = 120;
    private static final List<String> CHATS = List.of("chat-1", "chat-2", "chat-3");

    private final ChatMemoryStore model = new InMemoryChatMemoryStore();
    private final ChatMemoryStore ours;

    StoreDifferentialTest(Lab lab, DynamoDbClient client, LabTable table) {
        this.ours = SessionChatMemoryStore.over(DynamoSessionMemory.on(client, table.name()), Duration.ofDays(1))
                .ahead(AsyncDynamoSessionMemory.on(lab.asyncClient(), table.name()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void both_hold_the_same_lists(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < OPERATIONS; i++) {
            String chat = CHATS.get(random.nextInt(CHATS.size()));
            List<ChatMessage> before = List.copyOf(model.getMessages(chat));
            operate(random, chat, before);

            for (String each : CHATS) {
                List<ChatMessage> read = random.nextBoolean()
                        ? ours.getMessages(each)
                        : ours.getMessagesAsync(each).join();
                assertThat(read).as("operation %d of seed %d", i, seed).isEqualTo(model.getMessages(each));
            }
        }
    }

    private void operate(Random random, String chat, List<ChatMessage> before) {
        switch (random.nextInt(10)) {
            case 0 -> {
                model.deleteMessages(chat);
                if (random.nextBoolean()) {
                    ours.deleteMessages(chat);
                } else {
                    ours.deleteMessagesAsync(chat).join();
                }
            }
            case 1 -> update(random, chat, shuffled(random, before));
            case 2 -> update(random, chat, before.subList(0, before.size() / 2));
            case 3 -> update(random, chat, repeated(random, before));
            default -> {
                ChatMessage message = message(random);
                window(model, chat).add(message);
                window(ours, chat).add(message);
            }
        }
    }

    private void update(Random random, String chat, List<ChatMessage> list) {
        model.updateMessages(chat, new ArrayList<>(list));
        if (random.nextBoolean()) {
            ours.updateMessages(chat, list);
        } else {
            ours.updateMessagesAsync(chat, list).join();
        }
    }

    private static ChatMemory window(ChatMemoryStore store, String chat) {
        return MessageWindowChatMemory.builder()
                .id(chat)
                .maxMessages(6)
                .chatMemoryStore(store)
                .build();
    }

    private static List<ChatMessage> shuffled(Random random, List<ChatMessage> list) {
        List<ChatMessage> other = new ArrayList<>(list);
        Collections.shuffle(other, random);
        return other;
    }

    private static List<ChatMessage> repeated(Random random, List<ChatMessage> list) {
        List<ChatMessage> other = new ArrayList<>(list);
        other.add(random.nextInt(list.size() + 1), message(random));
        other.addAll(list);
        return other.subList(0, Math.min(other.size(), 12));
    }

    /** Few texts, so that equal messages come again. */
    private static ChatMessage message(Random random) {
        ToolExecutionRequest call = ToolExecutionRequest.builder()
                .id("call-" + random.nextInt(3))
                .name("price")
                .arguments("{}")
                .build();
        return switch (random.nextInt(6)) {
            case 0 -> SystemMessage.from("Be " + (random.nextBoolean() ? "brief." : "polite."));
            case 1 -> AiMessage.from(List.of(call));
            case 2 -> ToolExecutionResultMessage.from(call, "12 EUR");
            case 3 -> AiMessage.from("answer " + random.nextInt(4));
            default -> UserMessage.from("question " + random.nextInt(4));
        };
    }
}
