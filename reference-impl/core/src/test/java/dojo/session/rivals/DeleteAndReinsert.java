package dojo.session.rivals;

import static dojo.session.rivals.Values.key;
import static dojo.session.rivals.Values.number;
import static dojo.session.rivals.Values.padded;
import static dojo.session.rivals.Values.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * An item for each message at its place in the window, all deleted and put again whenever one is added: a
 * {@code ChatMemoryRepository} in the hands of Spring AI's {@code MessageWindowChatMemory} and its advisor, which find
 * three times and save twice in a chat turn.
 *
 * <p>A crash between deleting and putting loses the conversation.
 *
 * @see <a href="https://docs.spring.io/spring-ai/reference/api/chat-memory.html">Spring AI: chat memory</a>
 */
final class DeleteAndReinsert implements Rival {
    private static final int WINDOW = 20;

    private final Place at;

    DeleteAndReinsert(Place at) {
        this.at = at;
    }

    @Override
    public void chat(Said question, Model model) {
        List<String> context = new ArrayList<>(find().stream().map(Stored::text).toList());
        context.add(question.text());
        add(question);
        add(model.answer(context));
    }

    private record Stored(String type, String text) {
        boolean byUser() {
            return type.equals("USER");
        }
    }

    private void add(Said said) {
        List<Stored> window = new ArrayList<>(find());
        window.add(new Stored(said.byUser() ? "USER" : "ASSISTANT", said.text()));
        saveAll(trimmed(window));
    }

    /** Spring AI 2 moves the cut on to the next message of the user, so that no window begins with half a turn. */
    private static List<Stored> trimmed(List<Stored> messages) {
        int cut = Math.max(0, messages.size() - WINDOW);
        while (cut > 0 && cut < messages.size() && !messages.get(cut).byUser()) {
            cut++;
        }
        return messages.subList(cut, messages.size());
    }

    private List<Stored> find() {
        return query(null).stream()
                .map(item -> new Stored(
                        Values.of(item, "type").s(), Values.of(item, "content").s()))
                .toList();
    }

    private void saveAll(List<Stored> messages) {
        for (Map<String, AttributeValue> key : query("PK, SK")) {
            at.client().deleteItem(delete -> delete.tableName(at.table()).key(key));
        }
        for (int index = 0; index < messages.size(); index++) {
            Map<String, AttributeValue> item = item(index, messages.get(index));
            at.client().putItem(put -> put.tableName(at.table()).item(item));
        }
    }

    private Map<String, AttributeValue> item(int index, Stored message) {
        Map<String, AttributeValue> item = new HashMap<>(key(at.session(), padded(index)));
        item.put("type", text(message.type()));
        item.put("content", text(message.text()));
        item.put("metadata", AttributeValue.fromM(Map.of("messageType", text(message.type()))));
        item.put("timestamp", number(at.millis()));
        return item;
    }

    private List<Map<String, AttributeValue>> query(@Nullable String projection) {
        return at
                .client()
                .queryPaginator(QueryRequest.builder()
                        .tableName(at.table())
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(at.session())))
                        .projectionExpression(projection)
                        .consistentRead(at.strong())
                        .build())
                .items()
                .stream()
                .toList();
    }
}
