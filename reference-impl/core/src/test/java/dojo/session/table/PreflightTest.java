package dojo.session.table;

import static dojo.session.table.Finding.Kind.CLOCK_SKEW;
import static dojo.session.table.Finding.Kind.GENEROUS_PROJECTION;
import static dojo.session.table.Finding.Kind.INDEX_MISSING;
import static dojo.session.table.Finding.Kind.INDEX_NOT_ACTIVE;
import static dojo.session.table.Finding.Kind.NOT_PERMITTED;
import static dojo.session.table.Finding.Kind.NOT_SEEN;
import static dojo.session.table.Finding.Kind.STREAM_OFF;
import static dojo.session.table.Finding.Kind.TABLE_MISSING;
import static dojo.session.table.Finding.Kind.TABLE_NOT_ACTIVE;
import static dojo.session.table.Finding.Kind.TIME_TO_LIVE_OFF;
import static dojo.session.table.Finding.Kind.TOO_LITTLE_CAPACITY;
import static dojo.session.table.Finding.Kind.WRONG_INDEX_KEYS;
import static dojo.session.table.Finding.Kind.WRONG_KEYS;
import static dojo.session.table.Finding.Kind.WRONG_KEY_TYPE;
import static dojo.session.table.Finding.Kind.WRONG_PROJECTION;
import static dojo.session.table.Finding.Kind.WRONG_STREAM_VIEW;
import static dojo.session.table.Finding.Kind.WRONG_TIME_TO_LIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.law.Law;
import dojo.session.dynamo.SessionTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class PreflightTest {
    private static final String TABLE = "sessions";

    private Lab lab = Lab.under(Laws.off());

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void a_fit_table_has_nothing_to_be_said_about_and_nothing_is_written_to_it() {
        SessionTable.create(lab.backstage(), TABLE);

        assertThat(preflight().check()).isEmpty();
        preflight().orThrow();
        assertThat(lab.backstage().scan(scan -> scan.tableName(TABLE)).items()).isEmpty();
    }

    @Test
    void a_look_costs_no_more_than_it_says() {
        SessionTable.create(lab.backstage(), TABLE);
        preflight().check();

        assertThat(lab.meter().total().readUnits()).isLessThanOrEqualTo(2);
        assertThat(lab.meter().total().writeUnits()).isLessThanOrEqualTo(7);
    }

    @Test
    void a_missing_table_is_named_and_nothing_else_is_asked() {
        assertThat(preflight().check()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(TABLE_MISSING);
            assertThat(finding.seen()).isEqualTo(TABLE);
            assertThat(finding.remedy()).contains("session-table.yaml");
        });
    }

    @Test
    void a_table_with_the_wrong_keys_is_refused_with_the_value_and_the_remedy_before_any_write() {
        lab.backstage()
                .createTable(create -> create.tableName(TABLE)
                        .billingMode("PAY_PER_REQUEST")
                        .attributeDefinitions(attribute("session_id", ScalarAttributeType.S))
                        .keySchema(key("session_id", "HASH")));

        assertThat(kinds()).contains(WRONG_KEYS, INDEX_MISSING, STREAM_OFF, TIME_TO_LIVE_OFF);
        assertThatThrownBy(() -> preflight().orThrow())
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("before any write")
                .hasMessageContaining("[session_id HASH]")
                .hasMessageContaining("make another table");
        assertThat(lab.meter().total().writeUnits()).isZero();
    }

    @Test
    void keys_of_another_type_are_named_with_the_type() {
        create(table -> table.attributeDefinitions(
                attribute("PK", ScalarAttributeType.S),
                attribute("SK", ScalarAttributeType.N),
                attribute("GSI1PK", ScalarAttributeType.S),
                attribute("GSI1SK", ScalarAttributeType.S)));

        assertThat(preflight().check())
                .filteredOn(finding -> finding.kind() == WRONG_KEY_TYPE)
                .extracting(Finding::seen)
                .containsExactly("N", "S");
    }

    @Test
    void an_index_with_other_keys_or_attributes_is_named_with_them() {
        create(table ->
                table.globalSecondaryIndexes(index(key("GSI1SK", "HASH"), key("GSI1PK", "RANGE"), "INCLUDE", "title")));
        assertThat(finding(WRONG_INDEX_KEYS).seen()).isEqualTo("[GSI1SK HASH, GSI1PK RANGE]");
        drop();

        create(table ->
                table.globalSecondaryIndexes(index(key("GSI1PK", "HASH"), key("GSI1SK", "RANGE"), "INCLUDE", "title")));
        assertThat(finding(WRONG_PROJECTION).what()).contains("created_at").doesNotContain("title");
        drop();

        create(table -> table.globalSecondaryIndexes(index(key("GSI1PK", "HASH"), key("GSI1SK", "RANGE"), "ALL")));
        assertThat(finding(GENEROUS_PROJECTION).prevents()).isFalse();
    }

    @Test
    void time_to_live_by_another_attribute_is_refused() {
        lab.backstage().createTable(SessionTable.definition(TABLE));
        assertThat(finding(TIME_TO_LIVE_OFF).prevents()).isFalse();

        lab.backstage()
                .updateTimeToLive(update -> update.tableName(TABLE)
                        .timeToLiveSpecification(
                                ttl -> ttl.attributeName("expires_at").enabled(true)));
        assertThat(finding(WRONG_TIME_TO_LIVE).seen()).isEqualTo("expires_at");
        assertThat(finding(WRONG_TIME_TO_LIVE).prevents()).isTrue();
    }

    @Test
    void a_stream_that_is_off_or_shows_too_little_is_a_warning() {
        create(table ->
                table.streamSpecification(stream -> stream.streamEnabled(true).streamViewType("KEYS_ONLY")));
        assertThat(finding(WRONG_STREAM_VIEW).seen()).isEqualTo("KEYS_ONLY");
        preflight().orThrow();
    }

    @Test
    void too_little_capacity_is_said_with_what_the_expected_turns_take() {
        create(table -> table.billingMode("PROVISIONED")
                .provisionedThroughput(units -> units.readCapacityUnits(45L).writeCapacityUnits(30L))
                .globalSecondaryIndexes(SessionTable.definition(TABLE).globalSecondaryIndexes().get(0).toBuilder()
                        .provisionedThroughput(
                                units -> units.readCapacityUnits(1L).writeCapacityUnits(5L))
                        .build()));

        assertThat(preflight().check()).isEmpty();
        assertThat(preflight().expecting(10).check())
                .allMatch(finding -> finding.kind() == TOO_LITTLE_CAPACITY)
                .extracting(Finding::seen)
                .containsExactly("30", "5");
        assertThat(preflight().expecting(10).check().get(0).remedy()).contains("10.0 turns a second take 33.0");
        assertThatThrownBy(() -> preflight().expecting(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void a_table_or_an_index_that_is_being_made_is_waited_for() {
        under(answering(table -> table.toBuilder().tableStatus("CREATING").build()));
        assertThat(kinds()).contains(TABLE_NOT_ACTIVE);

        under(answering(table -> table.toBuilder()
                .globalSecondaryIndexes(table.globalSecondaryIndexes().get(0).toBuilder()
                        .indexStatus("CREATING")
                        .build())
                .build()));
        assertThat(finding(INDEX_NOT_ACTIVE).seen()).isEqualTo("CREATING");
    }

    @Test
    void each_missing_permission_is_named_with_the_action_to_add() {
        Policy whole = Policy.shipped("session-application.json");
        for (String action : List.of("GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem")) {
            under(new UnderPolicy(whole.without("dynamodb:" + action), Map.of()));

            assertThat(preflight().check()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(NOT_PERMITTED);
                assertThat(finding.remedy()).contains("Allow dynamodb:" + action);
            });
        }
    }

    @Test
    void a_table_that_we_may_not_look_at_is_not_taken_for_a_fit_one() {
        under(new UnderPolicy(Policy.shipped("session-conversation.json"), Map.of()));

        assertThat(finding(NOT_SEEN).remedy()).contains("dynamodb:DescribeTable");
        assertThatThrownBy(() -> preflight().orThrow()).isInstanceOf(TableRefused.class);
    }

    @Test
    void a_clock_that_is_off_is_compared_with_the_servers() {
        Instant server = Instant.parse("2086-11-22T12:00:00Z");
        under((call, next) -> next.answer(call));
        var dated = new ServerDate(server);
        try (var client = dated.client(lab)) {
            Preflight preflight = Preflight.of(client, TABLE);

            assertThat(preflight.on(() -> server.plusSeconds(5)).check()).isEmpty();
            assertThat(preflight.on(() -> server.minusSeconds(5)).check()).isEmpty();
            assertThat(preflight.on(() -> server.plusSeconds(61)).check())
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.kind()).isEqualTo(CLOCK_SKEW);
                        assertThat(finding.seen()).isEqualTo("ours is 60 s ahead");
                    });
            assertThat(preflight
                            .on(() -> server.minusSeconds(61))
                            .check()
                            .get(0)
                            .seen())
                    .isEqualTo("ours is 61 s behind");
        }
    }

    private Preflight preflight() {
        return Preflight.of(lab.client(), TABLE);
    }

    private List<Finding.Kind> kinds() {
        return preflight().check().stream().map(Finding::kind).toList();
    }

    private Finding finding(Finding.Kind kind) {
        return preflight().check().stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void create(Consumer<CreateTableRequest.Builder> otherwise) {
        CreateTableRequest.Builder table = SessionTable.definition(TABLE).toBuilder();
        otherwise.accept(table);
        lab.backstage().createTable(table.build());
        lab.backstage().updateTimeToLive(SessionTable.timeToLive(TABLE));
    }

    private void drop() {
        lab.backstage().deleteTable(delete -> delete.tableName(TABLE));
    }

    private void under(Law law) {
        lab.close();
        lab = Lab.under(Laws.off(), law);
        SessionTable.create(lab.backstage(), TABLE);
    }

    private static Law answering(UnaryOperator<TableDescription> otherwise) {
        return (call, next) -> next.answer(call) instanceof DescribeTableResponse answer
                ? answer.toBuilder().table(otherwise.apply(answer.table())).build()
                : next.answer(call);
    }

    private static GlobalSecondaryIndex index(
            KeySchemaElement hash, KeySchemaElement range, String type, String... attributes) {
        return GlobalSecondaryIndex.builder()
                .indexName(SessionTable.CUSTOMER_INDEX)
                .keySchema(hash, range)
                .projection(Projection.builder()
                        .projectionType(type)
                        .nonKeyAttributes(attributes.length == 0 ? null : List.of(attributes))
                        .build())
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, String type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
