package dojo.session.rivals;

import static dojo.session.rivals.Values.key;
import static dojo.session.rivals.Values.number;
import static dojo.session.rivals.Values.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One item for each session, holding the last twenty messages as the JSON of LangChain4j: a {@code ChatMemoryStore} in
 * the hands of its {@code MessageWindowChatMemory}, which asks three times and writes twice in a chat turn.
 *
 * <p>Of two writers at once the later one wins, and what leaves the window is gone for good.
 *
 * @see <a href="https://docs.langchain4j.dev/tutorials/chat-memory">LangChain4j: chat memory</a>
 */
final class OneWindowedItem implements Rival {
    private static final int WINDOW = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final Place at;

    OneWindowedItem(Place at) {
        this.at = at;
    }

    @Override
    public void chat(Said question, Model model) {
        add(question);
        add(model.answer(texts(getMessages())));
    }

    private void add(Said said) {
        ArrayNode messages = getMessages();
        messages.add(json(said));
        while (messages.size() > WINDOW) {
            messages.remove(0);
        }
        updateMessages(messages);
    }

    private ArrayNode getMessages() {
        var found = at.client()
                .getItem(get -> get.tableName(at.table())
                        .key(key("CONV#" + at.session(), "MEMORY"))
                        .consistentRead(at.strong()));
        return found.hasItem()
                ? (ArrayNode) JSON.readTree(Values.of(found.item(), "messages").s())
                : JSON.createArrayNode();
    }

    private void updateMessages(ArrayNode messages) {
        Map<String, AttributeValue> item = new HashMap<>(key("CONV#" + at.session(), "MEMORY"));
        item.put("messages", text(messages.toString()));
        item.put("updatedAt", number(at.millis()));
        item.put("ttl", number(at.tomorrow()));
        at.client().putItem(put -> put.tableName(at.table()).item(item));
    }

    private static JsonNode json(Said said) {
        ObjectNode message = JSON.createObjectNode();
        if (said.byUser()) {
            message.putArray("contents").addObject().put("text", said.text()).put("type", "TEXT");
            return message.put("type", "USER");
        }
        message.put("text", said.text());
        message.putArray("toolExecutionRequests");
        message.putObject("attributes");
        return message.put("type", "AI");
    }

    private static List<String> texts(ArrayNode messages) {
        List<String> texts = new ArrayList<>();
        for (JsonNode message : messages) {
            JsonNode holder = message.path("type").asString().equals("USER")
                    ? message.path("contents").path(0)
                    : message;
            texts.add(holder.path("text").asString());
        }
        return texts;
    }
}
