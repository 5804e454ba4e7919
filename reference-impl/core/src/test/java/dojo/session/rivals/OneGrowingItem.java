package dojo.session.rivals;

import static dojo.session.rivals.Values.key;
import static dojo.session.rivals.Values.number;
import static dojo.session.rivals.Values.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item for each session, holding everything ever said, as LangChain's chat history for DynamoDB does: the context is
 * the whole list; adding the two messages of a turn reads the list again and writes it back.
 *
 * <p>Of two writers at once the later one wins. No message fits any more once the item holds 400 KB.
 *
 * @see <a href="https://github.com/langchain-ai/langchain-community/blob/main/libs/community/langchain_community/chat_message_histories/dynamodb.py">
 *     DynamoDBChatMessageHistory</a>
 */
final class OneGrowingItem implements Rival {
    private final Place at;

    OneGrowingItem(Place at) {
        this.at = at;
    }

    @Override
    public void chat(Said question, Model model) {
        List<String> context = texts(messages());
        context.add(question.text());
        addMessages(question, model.answer(context));
    }

    private List<AttributeValue> messages() {
        var found = at.client()
                .getItem(get -> get.tableName(at.table())
                        .key(key(at.session(), "HISTORY"))
                        .consistentRead(at.strong()));
        return found.hasItem() ? Values.of(found.item(), "History").l() : List.of();
    }

    private void addMessages(Said... more) {
        List<AttributeValue> history = new ArrayList<>(messages());
        for (Said said : more) {
            history.add(message(said));
        }
        at.client()
                .updateItem(update -> update.tableName(at.table())
                        .key(key(at.session(), "HISTORY"))
                        .updateExpression("SET #h = :h, #expireAt = :e")
                        .expressionAttributeNames(Map.of("#h", "History", "#expireAt", "expireAt"))
                        .expressionAttributeValues(
                                Map.of(":h", AttributeValue.fromL(history), ":e", number(at.tomorrow()))));
    }

    private static AttributeValue message(Said said) {
        AttributeValue type = text(said.byUser() ? "human" : "ai");
        AttributeValue nothing = AttributeValue.fromM(Map.of());
        return AttributeValue.fromM(Map.of(
                "type",
                type,
                "data",
                AttributeValue.fromM(Map.of(
                        "content",
                        text(said.text()),
                        "additional_kwargs",
                        nothing,
                        "response_metadata",
                        nothing,
                        "type",
                        type,
                        "name",
                        AttributeValue.fromNul(true),
                        "id",
                        AttributeValue.fromNul(true)))));
    }

    private static List<String> texts(List<AttributeValue> history) {
        List<String> texts = new ArrayList<>();
        for (AttributeValue message : history) {
            texts.add(Values.of(Values.of(message.m(), "data").m(), "content").s());
        }
        return texts;
    }
}
