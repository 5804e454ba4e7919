package dojo.session.table;

import static dojo.session.table.Finding.Kind.CLOCK_SKEW;
import static dojo.session.table.Finding.Kind.GENEROUS_PROJECTION;
import static dojo.session.table.Finding.Kind.INDEX_MISSING;
import static dojo.session.table.Finding.Kind.INDEX_NOT_ACTIVE;
import static dojo.session.table.Finding.Kind.NOT_SEEN;
import static dojo.session.table.Finding.Kind.STREAM_OFF;
import static dojo.session.table.Finding.Kind.TABLE_MISSING;
import static dojo.session.table.Finding.Kind.TABLE_NOT_ACTIVE;
import static dojo.session.table.Finding.Kind.TIME_TO_LIVE_OFF;
import static dojo.session.table.Finding.Kind.WRONG_INDEX_KEYS;
import static dojo.session.table.Finding.Kind.WRONG_KEYS;
import static dojo.session.table.Finding.Kind.WRONG_KEY_TYPE;
import static dojo.session.table.Finding.Kind.WRONG_PROJECTION;
import static dojo.session.table.Finding.Kind.WRONG_STREAM_VIEW;
import static dojo.session.table.Finding.Kind.WRONG_TIME_TO_LIVE;

import dojo.session.dynamo.SessionTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Compares what DynamoDB says of a table with its definition; asks when it is made, used by one thread. */
final class TableLook {
    /** What the session memory is tested to bear; the server's header is whole seconds. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private static final Duration GRAIN = Duration.ofSeconds(1);

    private final String table;
    private final CreateTableRequest wanted;
    private final List<Finding> findings = new ArrayList<>();
    private boolean keysAreRight;

    TableLook(DynamoDbClient client, String table, InstantSource clock, double turnsPerSecond) {
        this.table = table;
        this.wanted = SessionTable.definition(table);
        try {
            Instant asked = clock.instant();
            DescribeTableResponse answer = client.describeTable(describe -> describe.tableName(table));
            shape(answer.table());
            findings.addAll(new Throughput(answer.table(), turnsPerSecond).findings());
            skew(answer, asked, clock.instant());
            timeToLive(client);
        } catch (ResourceNotFoundException missing) {
            found(
                    TABLE_MISSING,
                    "There is no such table in this account and Region",
                    table,
                    "Make it with session-table.yaml or SessionTable.create, or check name, Region and endpoint.");
        } catch (DynamoDbException refused) {
            Denied.by(refused)
                    .orElseThrow(() -> refused)
                    .addTo(findings, NOT_SEEN, "We may not look at the table, so its shape is unknown");
        }
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether requests with our keys make sense; the index is among them. */
    boolean keysAreRight() {
        return keysAreRight;
    }

    private void found(Finding.Kind kind, String what, String seen, String remedy) {
        findings.add(new Finding(kind, what, seen, remedy));
    }

    private void shape(TableDescription description) {
        boolean active =
                description.tableStatus() == TableStatus.ACTIVE || description.tableStatus() == TableStatus.UPDATING;
        if (!active) {
            found(
                    TABLE_NOT_ACTIVE,
                    "The table takes no requests",
                    description.tableStatusAsString(),
                    "Wait until it is ACTIVE: client.waiter().waitUntilTableExists.");
        }
        boolean keys = keys(description);
        boolean types = types(description);
        boolean index = index(description);
        keysAreRight = keys && types && index && active;
        stream(description);
    }

    private boolean keys(TableDescription description) {
        if (description.keySchema().equals(wanted.keySchema())) {
            return true;
        }
        found(
                WRONG_KEYS,
                "The table has other keys than " + keys(wanted.keySchema()),
                keys(description.keySchema()),
                "Keys cannot be changed: make another table, with session-table.yaml.");
        return false;
    }

    private boolean types(TableDescription description) {
        Map<String, ScalarAttributeType> types = description.attributeDefinitions().stream()
                .collect(Collectors.toMap(AttributeDefinition::attributeName, AttributeDefinition::attributeType));
        boolean right = true;
        for (AttributeDefinition attribute : wanted.attributeDefinitions()) {
            ScalarAttributeType type = types.get(attribute.attributeName());
            if (type != null && type != attribute.attributeType()) {
                found(
                        WRONG_KEY_TYPE,
                        "Key attribute " + attribute.attributeName() + " is not of type "
                                + attribute.attributeTypeAsString(),
                        type.toString(),
                        "Types of keys cannot be changed: make another table, or index, with session-table.yaml.");
                right = false;
            }
        }
        return right;
    }

    private boolean index(TableDescription description) {
        GlobalSecondaryIndex index = wanted.globalSecondaryIndexes().get(0);
        Optional<GlobalSecondaryIndexDescription> there = description.globalSecondaryIndexes().stream()
                .filter(candidate -> index.indexName().equals(candidate.indexName()))
                .findFirst();
        if (there.isEmpty()) {
            found(
                    INDEX_MISSING,
                    "Index " + index.indexName() + " is missing",
                    description.globalSecondaryIndexes().stream()
                            .map(GlobalSecondaryIndexDescription::indexName)
                            .toList()
                            .toString(),
                    "Add it with session-table.yaml; DynamoDB fills it from the table.");
            return false;
        }
        if (!there.get().keySchema().equals(index.keySchema())) {
            found(
                    WRONG_INDEX_KEYS,
                    "Index " + index.indexName() + " has other keys than " + keys(index.keySchema()),
                    keys(there.get().keySchema()),
                    "Keys of an index cannot be changed: delete the index and add it with session-table.yaml.");
            return false;
        }
        projection(index, there.get());
        if (there.get().indexStatus() != IndexStatus.ACTIVE && there.get().indexStatus() != IndexStatus.UPDATING) {
            found(
                    INDEX_NOT_ACTIVE,
                    "Index " + index.indexName() + " takes no queries yet",
                    there.get().indexStatusAsString(),
                    "Wait until DynamoDB has filled it and its status is ACTIVE.");
            return false;
        }
        return true;
    }

    private void projection(GlobalSecondaryIndex index, GlobalSecondaryIndexDescription there) {
        if (there.projection().projectionType() == ProjectionType.ALL) {
            found(
                    GENEROUS_PROJECTION,
                    "Index " + index.indexName() + " holds whole items, so every change of a session is written twice",
                    "ALL",
                    "It works; to save units, delete the index and add it with session-table.yaml.");
            return;
        }
        TreeSet<String> lacking = new TreeSet<>(index.projection().nonKeyAttributes());
        there.projection().nonKeyAttributes().forEach(lacking::remove);
        if (!lacking.isEmpty()) {
            found(
                    WRONG_PROJECTION,
                    "Index " + index.indexName() + " lacks " + lacking,
                    there.projection().projectionTypeAsString() + " "
                            + there.projection().nonKeyAttributes(),
                    "A projection cannot be changed: delete the index and add it with session-table.yaml.");
        }
    }

    private void stream(TableDescription description) {
        StreamSpecification stream = description.streamSpecification();
        if (stream == null || !Boolean.TRUE.equals(stream.streamEnabled())) {
            found(
                    STREAM_OFF,
                    "The stream is off, so nothing is summarised and no content is reclaimed",
                    "off",
                    "Switch it on with view " + wanted.streamSpecification().streamViewTypeAsString() + ".");
        } else if (stream.streamViewType() != wanted.streamSpecification().streamViewType()) {
            found(
                    WRONG_STREAM_VIEW,
                    "The stream does not show items as they were and as they are",
                    stream.streamViewTypeAsString(),
                    "A view cannot be changed: switch the stream off, and on again with "
                            + wanted.streamSpecification().streamViewTypeAsString() + ".");
        }
    }

    private void timeToLive(DynamoDbClient client) {
        TimeToLiveDescription ttl =
                client.describeTimeToLive(describe -> describe.tableName(table)).timeToLiveDescription();
        boolean on = ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                || ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLING;
        if (!on) {
            found(
                    TIME_TO_LIVE_OFF,
                    "Time to live is off, so ended sessions are kept and paid for",
                    ttl.timeToLiveStatusAsString(),
                    "Switch it on for attribute " + SessionTable.TIME_TO_LIVE + ".");
        } else if (!SessionTable.TIME_TO_LIVE.equals(ttl.attributeName())) {
            found(
                    WRONG_TIME_TO_LIVE,
                    "Time to live deletes by another attribute than " + SessionTable.TIME_TO_LIVE,
                    ttl.attributeName(),
                    "Switch it off, and an hour later on again for " + SessionTable.TIME_TO_LIVE + ".");
        }
    }

    private void skew(DescribeTableResponse answer, Instant asked, Instant answered) {
        answer.sdkHttpResponse().firstMatchingHeader("Date").ifPresent(header -> {
            Instant server = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
            // Sent at some moment between question and answer, and cut to the second.
            Duration ahead = Duration.between(server.plus(GRAIN), asked);
            Duration behind = Duration.between(answered, server);
            Duration off = ahead.compareTo(behind) > 0 ? ahead : behind.negated();
            if (off.abs().compareTo(TOLERATED) > 0) {
                found(
                        CLOCK_SKEW,
                        "Our clock and the server's differ by more than " + TOLERATED.toSeconds()
                                + " s, so sessions end early or late",
                        "ours is " + off.abs().toSeconds() + " s " + (off.isNegative() ? "behind" : "ahead"),
                        "Synchronise this machine's clock (NTP, chrony).");
            }
        });
    }

    private static String keys(List<KeySchemaElement> keys) {
        return keys.stream()
                .map(key -> key.attributeName() + " " + key.keyTypeAsString())
                .toList()
                .toString();
    }
}
