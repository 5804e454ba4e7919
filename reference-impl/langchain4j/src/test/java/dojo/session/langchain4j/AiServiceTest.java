package dojo.session.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.dynamo.DynamoSessionMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The memory behind the framework's own service, with a model that follows a script. */
@WithLab
class AiServiceTest {
    private final List<List<ChatMessage>> prompts = new ArrayList<>();

    interface Seller {
        @dev.langchain4j.service.SystemMessage("You sell manga.")
        String chat(@MemoryId String id, @dev.langchain4j.service.UserMessage String question);
    }

    @Test
    void the_model_sees_what_was_said_before(DynamoDbClient client, LabTable table) {
        SessionChatMemories memories =
                SessionChatMemories.over(DynamoSessionMemory.on(client, table.name()), 20, Duration.ofDays(30));
        Seller seller = AiServices.builder(Seller.class)
                .chatModel(new Scripted())
                .chatMemoryProvider(memories::of)
                .build();

        seller.chat("chat-1", "Is volume 3 out?");
        seller.chat("chat-2", "Somebody else's question");
        seller.chat("chat-1", "And volume 4?");

        assertThat(prompts.get(2))
                .containsExactly(
                        SystemMessage.from("You sell manga."),
                        UserMessage.from("Is volume 3 out?"),
                        AiMessage.from("answer 1"),
                        UserMessage.from("And volume 4?"));
        assertThat(memories.of("chat-1").messages()).hasSize(5).endsWith(AiMessage.from("answer 3"));
    }

    private final class Scripted implements ChatModel {
        @Override
        public ChatResponse chat(ChatRequest request) {
            prompts.add(request.messages());
            return ChatResponse.builder()
                    .aiMessage(AiMessage.from("answer " + prompts.size()))
                    .build();
        }
    }
}
