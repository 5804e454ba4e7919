package dojo.session.langchain4j.example;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.langchain4j.SessionChatMemories;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A seller who remembers, played by a model that follows a script. */
record Chat(DynamoDbClient client, String table) {
    interface Seller {
        String answer(@MemoryId String session, @UserMessage String question);
    }

    Seller seller(String... script) {
        var memory = DynamoSessionMemory.on(client, table);
        return AiServices.builder(Seller.class)
                .chatModel(new Script(List.of(script).iterator()))
                .chatMemoryProvider(SessionChatMemories.over(memory, 20, Duration.ofDays(30))::of)
                .build();
    }

    record Script(Iterator<String> lines) implements ChatModel {
        @Override
        public ChatResponse doChat(ChatRequest request) {
            String line = lines.next() + " [" + request.messages().size() + " messages read]";
            return ChatResponse.builder().aiMessage(AiMessage.from(line)).build();
        }
    }
}
