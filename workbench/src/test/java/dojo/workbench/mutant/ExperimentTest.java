package dojo.workbench.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A little code that writes once and reads by pages, changed in one place at a time. */
class ExperimentTest {
    private static final Mutant NO_CONDITION = put("without its condition");
    private static final Mutant SWALLOWED = put("ConditionalCheckFailedException swallowed");
    private static final String READ = "||PK = :pk AND SK > :sk|||";

    @Test
    void what_could_be_changed_is_seen_where_it_is_met() {
        Experiment look = new Experiment(Mutant.NONE);

        try (Lab lab = opened(look)) {
            assertThat(putTwice(lab)).isFalse();
            assertThat(pages(lab)).containsExactly("1", "2", "3");
        }

        assertThat(look.seen())
                .containsExactly(
                        NO_CONDITION,
                        SWALLOWED,
                        read("without PK = :pk"),
                        read("without SK > :sk"),
                        read("the border of SK > :sk moved"),
                        read("in the other order"),
                        read("without its limit"),
                        read("limit one more"),
                        read("limit one less"),
                        read(DeafReader.STOPS),
                        read(OtherReads.STARTS_OVER));
        assertThat(look.applied()).isFalse();
    }

    @Test
    void a_condition_is_dropped() {
        assertThat(with(NO_CONDITION, ExperimentTest::putTwice)).isTrue();
    }

    @Test
    void a_refusal_is_taken_for_success() {
        assertThat(with(SWALLOWED, ExperimentTest::putTwice)).isTrue();
    }

    @Test
    void reads_are_changed() {
        assertThat(with(read("without SK > :sk"), ExperimentTest::pages)).containsExactly("0", "1", "2", "3");
        assertThat(with(read("the border of SK > :sk moved"), ExperimentTest::pages))
                .containsExactly("0", "1", "2", "3");
        assertThat(with(read("in the other order"), ExperimentTest::pages)).containsExactly("3", "2", "1");
        assertThat(with(read(DeafReader.STOPS), ExperimentTest::pages)).containsExactly("1", "2");
    }

    @Test
    void a_reader_starts_over_once_in_each_table_and_ends() {
        assertThat(with(read(OtherReads.STARTS_OVER), ExperimentTest::pages)).containsExactly("1", "2", "1", "2", "3");
    }

    @Test
    void a_request_that_nobody_stands_up_for_is_left_alone() {
        Experiment experiment = new Experiment(NO_CONDITION);

        try (Lab lab = opened(experiment)) {
            lab.askedBy(Optional::empty);
            assertThat(putTwice(lab)).isFalse();
        }

        assertThat(experiment.applied()).isFalse();
        assertThat(experiment.seen()).isEmpty();
    }

    @Test
    void a_request_that_cannot_be_is_no_mutant() {
        Experiment experiment = new Experiment(read("without PK = :pk"));

        try (Lab lab = opened(experiment)) {
            assertThatThrownBy(() -> pages(lab)).isInstanceOf(DynamoDbException.class);
        }

        assertThat(experiment.invalid()).isTrue();
    }

    @Test
    void a_lab_under_laws_is_changed_too() {
        Experiment experiment = new Experiment(NO_CONDITION);

        try (Lab lab = filled(experiment.open(Laws.off()))) {
            assertThat(putTwice(lab)).isTrue();
        }
    }

    @Test
    void the_keys_of_an_index_are_found() {
        Experiment look = new Experiment(Mutant.NONE);

        try (Lab lab = opened(look)) {
            lab.client().putItem(put -> put.tableName("chat").item(with("customer", item("9"))));
        }

        assertThat(look.seen()).containsExactly(new Mutant("Log.go", "PutItem", "|||||", "without customer"));
    }

    private static <T> T with(Mutant mutant, Function<Lab, T> work) {
        Experiment experiment = new Experiment(mutant);
        try (Lab lab = opened(experiment)) {
            T result = work.apply(lab);
            assertThat(experiment.applied()).isTrue();
            assertThat(experiment.invalid()).isFalse();
            return result;
        }
    }

    private static Lab opened(Experiment experiment) {
        return filled(experiment.open());
    }

    /** Four items of one partition. */
    private static Lab filled(Lab lab) {
        lab.askedBy(() -> Optional.of("Log.go"));
        lab.backstage()
                .createTable(create -> create.tableName("chat")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(List.of(text("PK"), text("SK"), text("customer")))
                        .keySchema(List.of(key("PK", KeyType.HASH), key("SK", KeyType.RANGE)))
                        .globalSecondaryIndexes(List.of(GlobalSecondaryIndex.builder()
                                .indexName("by_customer")
                                .keySchema(List.of(key("customer", KeyType.HASH)))
                                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                                .build())));
        for (int i = 0; i < 4; i++) {
            String sortKey = Integer.toString(i);
            lab.backstage().putItem(put -> put.tableName("chat").item(item(sortKey)));
        }
        return lab;
    }

    /** Whether somebody who finds the place taken believes to have stored something. */
    private static boolean putTwice(Lab lab) {
        try {
            lab.client()
                    .putItem(put ->
                            put.tableName("chat").item(item("0")).conditionExpression("attribute_not_exists(PK)"));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return false;
        }
    }

    /** The sort keys behind the first, two a page. */
    private static List<String> pages(Lab lab) {
        return lab
                .client()
                .queryPaginator(query -> query.tableName("chat")
                        .limit(2)
                        .keyConditionExpression("PK = :pk AND SK > :sk")
                        .expressionAttributeValues(
                                Map.of(":pk", AttributeValue.fromS("p"), ":sk", AttributeValue.fromS("0"))))
                .items()
                .stream()
                .map(item -> item.getOrDefault("SK", AttributeValue.fromS("")).s())
                .toList();
    }

    private static Mutant put(String change) {
        return new Mutant("Log.go", "PutItem", "attribute_not_exists(PK)|||||", change);
    }

    private static Mutant read(String change) {
        return new Mutant("Log.go", "Query", READ, change);
    }

    private static Map<String, AttributeValue> item(String sortKey) {
        return Map.of("PK", AttributeValue.fromS("p"), "SK", AttributeValue.fromS(sortKey));
    }

    private static Map<String, AttributeValue> with(String name, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> more = new HashMap<>(item);
        more.put(name, AttributeValue.fromS("c"));
        return more;
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
