package dojo.session.enhanced;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.session.NewSession;
import dojo.session.Turn;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.SessionTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Each claim of decision 0056 about the Enhanced Client. */
class EnhancedClientTest {
    private static final String TABLE = "sessions";

    private final LosesOneAnswer loss = new LosesOneAnswer();
    private final Lab lab = Lab.under(Laws.off(), loss);
    private final DynamoDbTable<MetaBean> metas = DynamoDbEnhancedClient.builder()
            .dynamoDbClient(lab.client())
            .build()
            .table(TABLE, TableSchema.fromBean(MetaBean.class));

    @BeforeEach
    void create() {
        SessionTable.create(lab.backstage(), TABLE);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void a_put_leaves_out_what_is_null_so_a_guest_stays_out_of_the_index() {
        metas.putItem(MetaBean.of("s-42"));

        assertThat(stored("s-42")).doesNotContainKeys("GSI1PK", "GSI1SK", "title");
        assertThat(lab.backstage()
                        .scan(scan -> scan.tableName(TABLE).indexName(SessionTable.CUSTOMER_INDEX))
                        .items())
                .isEmpty();
    }

    @Test
    void an_update_removes_what_is_null_unless_told_otherwise() {
        MetaBean titled = MetaBean.of("s-42");
        titled.setTitle("Is it out?");
        metas.putItem(titled);
        MetaBean change = MetaBean.of("s-42");
        change.setVersion(1L);
        change.setLastActivity(2L);

        metas.updateItem(change);

        assertThat(stored("s-42")).doesNotContainKey("title").containsKey("GSI1SK");
    }

    @Test
    void an_update_that_ignores_nulls_cannot_remove_anything() {
        MetaBean titled = MetaBean.of("s-42");
        titled.setTitle("Is it out?");
        metas.putItem(titled);
        MetaBean untitled = MetaBean.of("s-42");
        untitled.setVersion(1L);

        metas.updateItem(update -> update.item(untitled).ignoreNullsMode(IgnoreNullsMode.SCALAR_ONLY));

        assertThat(stored("s-42")).containsKey("title");
    }

    @Test
    void an_older_class_that_puts_back_what_it_read_loses_what_it_does_not_know() {
        metas.putItem(MetaBean.of("s-42"));
        lab.backstage()
                .updateItem(update -> update.tableName(TABLE)
                        .key(key("s-42"))
                        .updateExpression("SET ends_at = :later")
                        .expressionAttributeValues(Map.of(":later", AttributeValue.fromN("99"))));

        metas.putItem(requireNonNull(metas.getItem(MetaBean.of("s-42"))));

        assertThat(stored("s-42")).doesNotContainKey("ends_at");
    }

    @Test
    void the_version_of_the_extension_costs_nothing_more_and_refuses_the_second_writer() {
        metas.putItem(MetaBean.of("s-42"));
        int mark = lab.meter().mark();
        MetaBean one = requireNonNull(metas.getItem(MetaBean.of("s-42")));
        MetaBean other = requireNonNull(metas.getItem(MetaBean.of("s-42")));
        metas.updateItem(one);

        assertThatThrownBy(() -> metas.updateItem(other)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(stored("s-42").get("version")).isEqualTo(AttributeValue.fromN("2"));
        assertThat(lab.meter().billSince(mark).requests()).isEqualTo(4);
        assertThat(lab.meter().billSince(mark).writeUnits()).isEqualTo(2);
    }

    @Test
    void a_write_whose_answer_was_lost_looks_like_a_rivals_to_the_version_and_brings_no_item_to_tell() {
        loss.next.set(true);

        var refused =
                catchThrowableOfType(ConditionalCheckFailedException.class, () -> metas.putItem(MetaBean.of("s-42")));

        assertThat(refused.hasItem()).isFalse();
        assertThat(stored("s-42").get("version")).isEqualTo(AttributeValue.fromN("1"));
    }

    @Test
    void a_query_of_an_item_collection_takes_every_item_for_its_class() {
        DynamoSessionMemory memory = DynamoSessionMemory.on(lab.client(), TABLE);
        var start = memory.create(NewSession.of("s-42")).positionOrThrow();
        memory.append(start, Turn.user("m-1", "Is it out?"));

        List<MetaBean> read = metas
                .query(QueryConditional.keyEqualTo(
                        Key.builder().partitionValue("SESSION#s-42").build()))
                .items()
                .stream()
                .toList();

        assertThat(read).hasSize(2);
        assertThat(read.get(1).getSk()).startsWith("TURN#");
        assertThat(read.get(1).getTitle()).isNull();
    }

    @Test
    void the_same_item_costs_the_same() {
        int mark = lab.meter().mark();
        metas.putItem(MetaBean.of("enhanced"));
        double enhanced = lab.meter().billSince(mark).writeUnits();
        mark = lab.meter().mark();
        lab.client()
                .putItem(
                        put -> put.tableName(TABLE).item(key("plain")).conditionExpression("attribute_not_exists(PK)"));

        assertThat(enhanced).isEqualTo(lab.meter().billSince(mark).writeUnits());
    }

    private Map<String, AttributeValue> stored(String session) {
        return lab.backstage()
                .getItem(get -> get.tableName(TABLE).key(key(session)))
                .item();
    }

    private static Map<String, AttributeValue> key(String session) {
        return Map.of("PK", AttributeValue.fromS("SESSION#" + session), "SK", AttributeValue.fromS("META"));
    }

    /** Executes a Put and answers with an internal error, so that the SDK repeats it. */
    private static final class LosesOneAnswer implements Law {
        final AtomicBoolean next = new AtomicBoolean();

        @Override
        public AwsResponse apply(Call call, Next path) {
            AwsResponse answer = path.answer(call);
            if (call.request() instanceof PutItemRequest && next.compareAndSet(true, false)) {
                throw DynamoDbException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("InternalServerError")
                                .errorMessage("The answer got lost")
                                .build())
                        .statusCode(500)
                        .build();
            }
            return answer;
        }
    }
}
