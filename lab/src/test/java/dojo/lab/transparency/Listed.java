package dojo.lab.transparency;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every difference between the lab with its laws off and a served DynamoDB Local, each with its reason. There are no
 * others: the test fails on a difference that is not here, and on an entry that no longer occurs.
 */
enum Listed {
    /** Nearer the service: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html */
    TRANSACTIONS_SUM_THEIR_ITEMS(
            "Local reports the units of one item for the whole transaction, indexes twice, and a replay as one item; the"
                    + " documentation charges two units for each KB of each item, and read units for a replay.") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return Set.of("TransactGetItems", "TransactWriteItems").contains(ask.operation())
                    && difference.path().startsWith("ConsumedCapacity");
        }
    },

    /** Nearer the service: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html */
    NOTHING_FOUND_COSTS_THE_MINIMUM(
            "Local charges nothing for what is not there; the documentation has a minimum charge \"even if no data\".") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return Set.of("Query", "Scan", "BatchGetItem").contains(ask.operation())
                    && difference.path().startsWith("ConsumedCapacity")
                    && difference.path().endsWith("CapacityUnits")
                    && difference.compared() > 0;
        }
    },

    /** Nearer the service: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html */
    INDEX_ENTRIES_ARE_WHAT_THE_INDEX_HOLDS(
            "Local adds the 100 bytes that storage is billed with to the entries of local indexes, bills global indexes"
                    + " for items that have only part of their key, and scans of an index for whole items.") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "Scan", "Query")
                            .contains(ask.operation())
                    && difference.path().startsWith("ConsumedCapacity.")
                    && (difference.ours() == null || difference.compared() < 0);
        }
    },

    /** Nearer the service: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.FilterExpression.html */
    FILTERED_QUERIES_END_AT_ONE_MEGABYTE(
            "The documentation ends the page of a filtered Query at 1 MB before the filter; Local reads on.") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return ofLargePage(ask, difference) && ask.members().containsKey("FilterExpression");
        }
    },

    /** Nearer the service: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html */
    INDEX_PAGES_ARE_MEASURED_IN_ENTRIES(
            "The documentation ends the page of an index at 1 MB of its entries; Local counts whole items.") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return ofLargePage(ask, difference)
                    && "by-holder".equals(ask.members().get("IndexName"));
        }
    },

    /** Nearer the service: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html */
    RECEIPTS_NAME_THE_TABLE_AS_IT_WAS_ASKED_FOR(
            "\"If you had specified the ARN of a table in the request, you'll see the table ARN in the response\"; Local"
                    + " answers with the name.") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return difference.path().equals("ConsumedCapacity.TableName")
                    && String.valueOf(difference.ours()).endsWith("table/" + difference.theirs());
        }
    },

    /** Nearer the service: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html */
    NO_RECEIPT_UNASKED("Local sends ConsumedCapacity with every DeleteItem, asked or not.") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return ask.operation().equals("DeleteItem")
                    && difference.path().equals("ConsumedCapacity")
                    && difference.ours() == null
                    && Set.of("null", "NONE")
                            .contains(String.valueOf(ask.members().get("ReturnConsumedCapacity")));
        }
    },

    /** Nearer the service: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/CommonErrors.html */
    MESSAGES_ARE_CALLED_MESSAGE("A served Local calls the text of an error \"Message\"; every SDK reads both.") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return difference.path().equals("spelling");
        }
    },

    /** Nearer the service, by https://github.com/architect/dynalite/blob/main/test/connection.js */
    UNKNOWN_OPERATIONS_HAVE_NO_MESSAGE(
            "The service answers an unknown target with a type of another namespace and not a word more.") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return ask.operation().equals("Frobnicate")
                    && Set.of("__type", "message").contains(difference.path());
        }
    },

    EMBEDDED_NAMES_WHAT_IT_LACKS(
            "Asked for backups, endpoints and the like, a served Local does not know the operation; an embedded one says"
                    + " which of them it does not support.") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return String.valueOf(difference.theirs()).contains("An unknown operation was requested.")
                    && String.valueOf(difference.ours()).contains("not supported");
        }
    },

    /** Nearer the service: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
    EMBEDDED_TRIMS_NUMBERS_OF_A_REFUSAL(
            "In the item that comes with a refusal a served Local spells numbers as they were sent, 00042; an embedded one"
                    + " as it stores them, 42. \"Leading and trailing zeroes are trimmed.\"") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return difference.path().contains("Item.") && sameNumber(difference.ours(), difference.theirs());
        }
    },

    EMBEDDED_IS_SILENT_ON_A_MISMATCH(
            "The message of IdempotentParameterMismatchException is empty in a served Local, and not there in an embedded"
                    + " one.") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return difference.path().equals("message") && difference.ours() == null && "".equals(difference.theirs());
        }
    },

    EMBEDDED_LOOKS_FOR_THE_SHARD_FIRST(
            "A type of shard iterator that does not exist breaks a served Local before it looks for the shard, and an"
                    + " embedded one after that.") {
        @Override
        boolean explains(Ask ask, Difference difference) {
            return ask.operation().equals("GetShardIterator")
                    && "FROB".equals(ask.members().get("ShardIteratorType"));
        }
    };

    private final String reason;

    Listed(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    abstract boolean explains(Ask ask, Difference difference);

    private static boolean ofLargePage(Ask ask, Difference difference) {
        return ask.operation().equals("Query")
                && String.valueOf(ask.members().get("ExpressionAttributeValues"))
                        .contains(LargeSteps.NAME)
                && Set.of("Count", "ScannedCount", "Items", "LastEvaluatedKey").contains(difference.path());
    }

    private static boolean sameNumber(@Nullable Object ours, @Nullable Object theirs) {
        try {
            return new BigDecimal(String.valueOf(ours)).compareTo(new BigDecimal(String.valueOf(theirs))) == 0;
        } catch (NumberFormatException notNumbers) {
            return false;
        }
    }
}
