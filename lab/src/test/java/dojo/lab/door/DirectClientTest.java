package dojo.lab.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

class DirectClientTest {

    private final Lab lab = Lab.open();
    private final DynamoDbClient backstage = lab.backstage();

    @BeforeEach
    void create() {
        backstage.createTable(table -> table.tableName("sessions")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(string("PK"), string("SK"))
                .keySchema(key("PK", KeyType.HASH), key("SK", KeyType.RANGE)));
    }

    @AfterEach
    void close() {
        Thread.interrupted();
        lab.close();
    }

    @Test
    void what_it_stores_the_clients_of_the_lab_find_and_nobody_pays() {
        put("META");

        assertThat(lab.client()
                        .getItem(get -> get.tableName("sessions").key(item("META")))
                        .item())
                .isEqualTo(item("META"));
        assertThat(lab.meter().lines()).hasSize(1);
    }

    @Test
    void a_paginator_asks_for_every_page() {
        put("META");
        put("TURN#1");
        put("TURN#2");

        assertThat(backstage.scanPaginator(scan -> scan.tableName("sessions").limit(1)).items().stream())
                .containsExactly(item("META"), item("TURN#1"), item("TURN#2"));
    }

    @Test
    void a_waiter_sees_the_table() {
        try (DynamoDbWaiter waiter = backstage.waiter()) {
            assertThat(waiter.waitUntilTableExists(table -> table.tableName("sessions"))
                            .matched()
                            .response())
                    .hasValueSatisfying(
                            found -> assertThat(found.table().tableName()).isEqualTo("sessions"));
        }
    }

    @Test
    void an_answer_has_a_status_and_no_header_that_anybody_could_miss() {
        SdkHttpResponse http = backstage.listTables().sdkHttpResponse();

        assertThat(http.isSuccessful()).isTrue();
        assertThat(http.firstMatchingHeader("Date")).isEmpty();
    }

    @Test
    void refusals_are_the_exceptions_of_the_sdk() {
        put("META");

        assertThatThrownBy(() -> backstage.describeTable(table -> table.tableName("none")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> backstage.putItem(put ->
                        put.tableName("sessions").item(item("META")).conditionExpression("attribute_not_exists(PK)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void an_interrupted_caller_stops_waiting_and_the_request_goes_on() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> put("META")).isInstanceOf(AbortedException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private void put(String sortKey) {
        backstage.putItem(put -> put.tableName("sessions").item(item(sortKey)));
    }

    private static Map<String, AttributeValue> item(String sortKey) {
        return Map.of("PK", AttributeValue.fromS("SESSION#s-7"), "SK", AttributeValue.fromS(sortKey));
    }
}
