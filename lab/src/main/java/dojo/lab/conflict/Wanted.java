package dojo.lab.conflict;

import dojo.lab.bill.ReplayBill;
import dojo.lab.item.ItemKey;
import dojo.lab.item.Items;
import dojo.lab.law.Call;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A transaction that writes, in either language: which items, and under which token. */
sealed interface Wanted {

    /** The item of each action, in their order; empty where it is not known. */
    List<Optional<ItemKey>> items();

    @Nullable
    String token();

    /** What must be the same for the token to stand for the same transaction. */
    String fingerprint();

    /** The request as the store is to see it, which counts minutes by a clock of its own. */
    AwsRequest withoutToken();

    /** The same request, made unable to commit, to have it judged and priced; null if it cannot be made so. */
    @Nullable
    AwsRequest doomed(List<Optional<String>> obstacles);

    /** The answer to a transaction that had committed before. */
    AwsResponse replayed(Call call, Items items);

    /** In actions. */
    record OfActions(TransactWriteItemsRequest request, List<Optional<ItemKey>> items) implements Wanted {

        @Override
        public @Nullable String token() {
            return request.clientRequestToken();
        }

        @Override
        public String fingerprint() {
            return Fingerprint.of(request.transactItems());
        }

        @Override
        public TransactWriteItemsRequest withoutToken() {
            return request.toBuilder().clientRequestToken(null).build();
        }

        @Override
        public AwsRequest doomed(List<Optional<String>> obstacles) {
            return Doom.on(withoutToken(), obstacles);
        }

        @Override
        public AwsResponse replayed(Call call, Items all) {
            return TransactWriteItemsResponse.builder()
                    .consumedCapacity(ReplayBill.settle(call, items, all, request.returnConsumedCapacity()))
                    .build();
        }
    }

    /** In statements. */
    record OfStatements(ExecuteTransactionRequest request, List<Optional<ItemKey>> items) implements Wanted {

        @Override
        public @Nullable String token() {
            return request.clientRequestToken();
        }

        @Override
        public String fingerprint() {
            return Fingerprint.of(request.transactStatements());
        }

        @Override
        public ExecuteTransactionRequest withoutToken() {
            return request.toBuilder().clientRequestToken(null).build();
        }

        /** A statement cannot be given one more condition without being rewritten. */
        @Override
        public @Nullable AwsRequest doomed(List<Optional<String>> obstacles) {
            return null;
        }

        @Override
        public AwsResponse replayed(Call call, Items all) {
            return ExecuteTransactionResponse.builder()
                    .responses(Collections.nCopies(
                            items.size(), ItemResponse.builder().build()))
                    .consumedCapacity(ReplayBill.settle(call, items, all, request.returnConsumedCapacity()))
                    .build();
        }
    }
}
