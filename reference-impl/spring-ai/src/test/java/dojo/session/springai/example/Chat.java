package dojo.session.springai.example;

import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.springai.SessionChatMemory;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A seller who remembers, played by a model that follows a script. */
record Chat(DynamoDbClient client, String table) {
    ChatClient seller(String... script) {
        var memory = SessionChatMemory.over(DynamoSessionMemory.on(client, table), 20, Duration.ofDays(30));
        return ChatClient.builder(new Script(List.of(script).iterator()))
                .defaultAdvisors(MessageChatMemoryAdvisor.builder(memory).build())
                .build();
    }

    static String ask(ChatClient seller, String session, String question) {
        var asked = seller.prompt(question).advisors(with -> with.param(ChatMemory.CONVERSATION_ID, session));
        return String.valueOf(asked.call().content());
    }

    record Script(Iterator<String> lines) implements ChatModel {
        @Override
        public ChatResponse call(Prompt prompt) {
            String line = lines.next() + " [" + prompt.getInstructions().size() + " messages read]";
            return new ChatResponse(List.of(new Generation(new AssistantMessage(line))));
        }
    }
}
