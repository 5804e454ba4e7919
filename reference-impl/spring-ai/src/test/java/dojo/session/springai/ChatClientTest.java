package dojo.session.springai;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.dynamo.DynamoSessionMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The memory behind the framework's own client and advisor, with a model that follows a script. */
@WithLab
class ChatClientTest {
    private final List<List<String>> prompts = new ArrayList<>();

    @Test
    void the_model_sees_what_was_said_before(DynamoDbClient client, LabTable table) {
        ChatMemory memory =
                SessionChatMemory.over(DynamoSessionMemory.on(client, table.name()), 20, Duration.ofDays(30));
        ChatClient chat = ChatClient.builder(new Scripted())
                .defaultAdvisors(MessageChatMemoryAdvisor.builder(memory).build())
                .build();

        ask(chat, "Is volume 3 out?");
        ask(chat, "And volume 4?");

        assertThat(prompts.get(1)).containsExactly("Is volume 3 out?", "answer 1", "And volume 4?");
        assertThat(memory.get("chat-1"))
                .extracting(Message::getText)
                .containsExactly("Is volume 3 out?", "answer 1", "And volume 4?", "answer 2");
    }

    private static void ask(ChatClient chat, String question) {
        chat.prompt()
                .user(question)
                .advisors(advisor -> advisor.param(ChatMemory.CONVERSATION_ID, "chat-1"))
                .call()
                .content();
    }

    private final class Scripted implements ChatModel {
        @Override
        public ChatResponse call(Prompt prompt) {
            prompts.add(prompt.getInstructions().stream().map(Message::getText).toList());
            return new ChatResponse(List.of(new Generation(new AssistantMessage("answer " + prompts.size()))));
        }
    }
}
