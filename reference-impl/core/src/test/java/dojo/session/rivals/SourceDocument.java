package dojo.session.rivals;

import static dojo.session.rivals.Values.key;
import static dojo.session.rivals.Values.number;
import static dojo.session.rivals.Values.oldestFirst;
import static dojo.session.rivals.Values.padded;
import static dojo.session.rivals.Values.text;

import dojo.session.dynamo.SessionTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/**
 * The design of the MangaAssist write-up: an item for each turn at its time, compressed; a count of turns in META, raised
 * after each turn; one Query backwards for everything.
 *
 * <p>The count is in the index of a customer's sessions, so raising it is two writes. Its guard looks at the item of the
 * same key only, which is why a retry is stored twice; and in a session of more than 25 turns the Query never reaches
 * META and summary, for which its limit left room.
 */
final class SourceDocument implements Rival {
    private static final int CONTEXT = 20;
    private static final int ROOM_FOR_META_AND_SUMMARIES = 5;

    private final Place at;
    private final String partition;
    private int turns;

    SourceDocument(Place at) {
        this.at = at;
        this.partition = "SESSION#" + at.session();
        createSession();
    }

    @Override
    public void chat(Said question, Model model) {
        append(question);
        incrementTurnCount();
        append(model.answer(loadContext()));
        incrementTurnCount();
    }

    /** With an index that projects what the list of a customer's sessions asks for. */
    static CreateTableRequest table(String name) {
        CreateTableRequest ours = SessionTable.definition(name);
        GlobalSecondaryIndex index = ours.globalSecondaryIndexes().get(0).toBuilder()
                .projection(projection -> projection
                        .projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes("session_id", "updated_at", "turn_count"))
                .build();
        return ours.toBuilder().globalSecondaryIndexes(index).build();
    }

    private void createSession() {
        Map<String, AttributeValue> meta = new HashMap<>(key(partition, "META"));
        meta.put("session_id", text(at.session()));
        meta.put("customer_id", text(at.customer()));
        meta.put("GSI1PK", text(at.customer()));
        meta.put("GSI1SK", number(at.millis()));
        meta.put("turn_count", number(0));
        meta.put("page_context", AttributeValue.fromM(Map.of("page", text("/volumes/3"))));
        meta.put("created_at", number(at.millis()));
        meta.put("updated_at", number(at.millis()));
        meta.put("ttl", number(at.tomorrow()));
        at.client()
                .putItem(put -> put.tableName(at.table()).item(meta).conditionExpression("attribute_not_exists(PK)"));
    }

    private void append(Said said) {
        Map<String, AttributeValue> turn = new HashMap<>(key(partition, "TURN#" + padded(at.millis())));
        turn.put("session_id", text(at.session()));
        turn.put("turn_index", number(++turns));
        turn.put("role", text(said.byUser() ? "user" : "assistant"));
        turn.put("content_compressed", AttributeValue.fromB(compressed(said.text())));
        turn.put("intent", text("product_question"));
        turn.put("response_id", text(said.id()));
        turn.put("token_count", number(said.text().length() / 4));
        turn.put("ttl", number(at.tomorrow()));
        at.client()
                .putItem(put ->
                        put.tableName(at.table()).item(turn).conditionExpression("attribute_not_exists(response_id)"));
    }

    private void incrementTurnCount() {
        at.client()
                .updateItem(update -> update.tableName(at.table())
                        .key(key(partition, "META"))
                        .updateExpression("SET turn_count = turn_count + :one, updated_at = :now")
                        .expressionAttributeValues(Map.of(":one", number(1), ":now", number(at.millis()))));
    }

    private List<String> loadContext() {
        var page = at.client()
                .query(query -> query.tableName(at.table())
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", text(partition)))
                        .scanIndexForward(false)
                        .limit(CONTEXT + ROOM_FOR_META_AND_SUMMARIES)
                        .consistentRead(at.strong()));
        return oldestFirst(page.items().stream()
                .filter(item -> Values.of(item, "SK").s().startsWith("TURN#"))
                .limit(CONTEXT)
                .map(item -> decompressed(Values.of(item, "content_compressed").b())));
    }

    private static SdkBytes compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }

    private static String decompressed(SdkBytes bytes) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes.asByteArray()))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
