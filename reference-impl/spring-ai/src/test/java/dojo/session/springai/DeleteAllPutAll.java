package dojo.session.springai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.ai.chat.memory.ChatMemoryRepository;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.UserMessage;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a repository is usually made: every message an item at its index, and every save deletes them all and puts them
 * all. An exhibit for its price; a crash between the two loses the conversation.
 */
record DeleteAllPutAll(DynamoDbClient client, String table) implements ChatMemoryRepository {
    @Override
    public List<String> findConversationIds() {
        throw new UnsupportedOperationException("This exhibit names no conversations.");
    }

    @Override
    public List<Message> findByConversationId(String id) {
        List<Message> messages = new ArrayList<>();
        for (Map<String, AttributeValue> item : items(id)) {
            String text = word(item, "text");
            messages.add(
                    MessageType.USER.name().equals(word(item, "role"))
                            ? new UserMessage(text)
                            : new AssistantMessage(text));
        }
        return messages;
    }

    private static String word(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name)).s();
    }

    @Override
    public void saveAll(String id, List<Message> messages) {
        deleteByConversationId(id);
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            Map<String, AttributeValue> item = Map.of(
                    "PK", AttributeValue.fromS(id),
                    "SK", AttributeValue.fromS("%06d".formatted(i)),
                    "role", AttributeValue.fromS(message.getMessageType().name()),
                    "text", AttributeValue.fromS(message.getText()));
            client.putItem(put -> put.tableName(table).item(item));
        }
    }

    @Override
    public void deleteByConversationId(String id) {
        for (Map<String, AttributeValue> item : items(id)) {
            client.deleteItem(
                    delete -> delete.tableName(table).key(Map.of("PK", item.get("PK"), "SK", item.get("SK"))));
        }
    }

    private List<Map<String, AttributeValue>> items(String id) {
        return client.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(id)))
                        .consistentRead(true))
                .items();
    }
}
