package dojo.workbench.worker;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the codes among the reasons of a cancelled transaction mean. */
final class CancellationWords {
    private CancellationWords() {}

    /** The sentence for a code; empty for "None" and for what is not known here. */
    static Optional<String> of(@Nullable String code) {
        return Optional.ofNullable(
                switch (code == null ? "None" : code) {
                    case "ConditionalCheckFailed" ->
                        "ConditionalCheckFailed: the condition was false for the item that is there; ask for it with"
                                + " returnValuesOnConditionCheckFailure(ALL_OLD).";
                    case "TransactionConflict" ->
                        "TransactionConflict: another request held the item at that moment; the same transaction may be"
                                + " sent again.";
                    case "ItemCollectionSizeLimitExceeded" ->
                        "ItemCollectionSizeLimitExceeded: with a local index, one partition key holds at most 10 GB.";
                    case "ProvisionedThroughputExceeded" ->
                        "ProvisionedThroughputExceeded: the table or an index had no capacity left; wait, then send it"
                                + " again.";
                    case "ThrottlingError" ->
                        "ThrottlingError: DynamoDB had no capacity for the action yet; wait, then send it again.";
                    case "ValidationError" ->
                        "ValidationError: that action can never succeed as it is; read its message, and mend it.";
                    case "DuplicateItem" -> "DuplicateItem: an item with this key exists already.";
                    default -> null;
                });
    }
}
