package dojo.lab.transparency;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests about tables: create, describe, list, update, delete, time to live, tags, and what Local does not have. */
record TableSteps(Chance chance, List<Table> tables) {

    private static final List<String> CHURN = List.of("churn-1", "churn-2");

    /** Mostly cheap ones; making and changing tables is dear. */
    Step any() {
        return switch (chance.below(32)) {
            case 0, 1 -> create();
            case 2, 3, 4, 5 -> update();
            case 6, 7 -> Step.of("DeleteTable", "TableName", chance.of("churn-1", "churn-2", "nowhere"));
            case 8, 9, 10, 11 -> Step.of("DescribeTable", "TableName", name());
            case 12, 13 ->
                Step.of(
                        "ListTables",
                        "Limit",
                        maybe(2, chance.of(1, 2, 100, 101, 0)),
                        "ExclusiveStartTableName",
                        maybe(3, chance.of("Simple", "indexed", "a", "zzz")));
            case 14, 15, 16 -> timeToLive();
            case 17, 18 -> Step.of("DescribeTimeToLive", "TableName", name());
            case 19, 20, 21, 22 -> tags();
            case 23 -> Step.of("DescribeLimits");
            case 24 -> Step.of("DescribeEndpoints");
            default -> absent();
        };
    }

    private Step create() {
        Map<String, Object> creation = Json.object(
                "TableName",
                chance.oneIn(12) ? chance.of("ab", "no spaces", "x".repeat(256), "Simple") : chance.of(CHURN),
                "KeySchema",
                chance.oneIn(12) ? List.of(Table.key("id", "RANGE")) : List.of(Table.key("id", "HASH")),
                "AttributeDefinitions",
                chance.oneIn(12)
                        ? List.of(Table.attribute("other", "S"))
                        : List.of(Table.attribute("id", chance.of("S", "N", "B"))),
                "BillingMode",
                chance.oneIn(12) ? null : "PAY_PER_REQUEST",
                "TableClass",
                maybe(5, "STANDARD_INFREQUENT_ACCESS"),
                "DeletionProtectionEnabled",
                maybe(3, true),
                "Tags",
                maybe(8, List.of(Json.object("Key", "k", "Value", "v"))),
                "SSESpecification",
                maybe(10, Json.object("Enabled", true)));
        return Step.of("CreateTable", creation);
    }

    private Step update() {
        String name = chance.oneIn(8) ? "nowhere" : chance.of(CHURN);
        return switch (chance.below(8)) {
            // Local builds an index in a thread of its own: only requests that it refuses have one outcome.
            case 0 ->
                Step.of(
                        "UpdateTable",
                        "TableName",
                        name,
                        "GlobalSecondaryIndexUpdates",
                        List.of(Json.object("Create", Table.index("by-kind", "ALL", "kind", null))));
            case 1 ->
                Step.of(
                        "UpdateTable",
                        "TableName",
                        name,
                        "GlobalSecondaryIndexUpdates",
                        List.of(Json.object("Delete", Json.object("IndexName", "by-kind"))));
            // An index of a provisioned table has to be provisioned, too: Local breaks on one that is not.
            case 6 ->
                Step.of(
                        "UpdateTable",
                        "TableName",
                        "numbered",
                        "GlobalSecondaryIndexUpdates",
                        List.of(Json.object("Create", Table.index("by-kind", "ALL", "kind", null))));
            case 2 ->
                Step.of(
                        "UpdateTable",
                        "TableName",
                        name,
                        "StreamSpecification",
                        Json.object("StreamEnabled", chance.oneIn(2), "StreamViewType", maybe(2, "KEYS_ONLY")));
            case 3 ->
                Step.of(
                        "UpdateTable",
                        "TableName",
                        name,
                        "BillingMode",
                        "PROVISIONED",
                        "ProvisionedThroughput",
                        Json.object("ReadCapacityUnits", 1 + chance.below(3), "WriteCapacityUnits", chance.below(3)));
            case 4 -> Step.of("UpdateTable", "TableName", name, "BillingMode", "PAY_PER_REQUEST");
            case 5 -> Step.of("UpdateTable", "TableName", name, "DeletionProtectionEnabled", false);
            default -> Step.of("UpdateTable", "TableName", name);
        };
    }

    private Step timeToLive() {
        // No item has such an attribute: Local deletes by a clock of its own.
        Map<String, Object> specification = chance.oneIn(9)
                ? Json.object("Enabled", true)
                : Json.object("Enabled", chance.oneIn(2), "AttributeName", chance.of("expires", "Expires"));
        return Step.of(
                "UpdateTimeToLive",
                "TableName",
                name(),
                "TimeToLiveSpecification",
                chance.oneIn(12) ? null : specification);
    }

    private Step tags() {
        String arn = chance.oneIn(6)
                ? chance.of("Simple", "arn:aws:dynamodb:ddblocal:000000000000:table/nowhere")
                : "arn:aws:dynamodb:ddblocal:000000000000:table/"
                        + chance.of(tables).name();
        return switch (chance.below(3)) {
            case 0 ->
                Step.of(
                        "TagResource",
                        "ResourceArn",
                        arn,
                        "Tags",
                        List.of(Json.object("Key", "owner", "Value", "v" + chance.below(3))));
            case 1 -> Step.of("UntagResource", "ResourceArn", arn, "TagKeys", List.of(chance.of("owner", "nobody")));
            default -> Step.of("ListTagsOfResource", "ResourceArn", arn);
        };
    }

    /** Operations that DynamoDB has and Local answers in its own way, or not at all. */
    private Step absent() {
        String table = name();
        return chance.of(
                Step.of("DescribeContinuousBackups", "TableName", table),
                Step.of("CreateBackup", "TableName", table, "BackupName", "backup"),
                Step.of("ListBackups"),
                Step.of("ListGlobalTables"),
                Step.of("DescribeContributorInsights", "TableName", table),
                Step.of("DescribeKinesisStreamingDestination", "TableName", table),
                Step.of("ListExports"),
                Step.of("ListImports"),
                Step.of("DescribeTableReplicaAutoScaling", "TableName", table),
                Step.of("GetResourcePolicy", "ResourceArn", "arn:aws:dynamodb:ddblocal:000000000000:table/" + table),
                Step.of("Frobnicate", "TableName", table));
    }

    private String name() {
        return switch (chance.below(8)) {
            case 0 -> "nowhere";
            case 1, 2 -> chance.of(CHURN);
            default -> chance.of(tables).name();
        };
    }

    private <T> @Nullable T maybe(int oneIn, T value) {
        return chance.oneIn(oneIn) ? value : null;
    }
}
