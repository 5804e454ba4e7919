package dojo.session.evolve;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Makes the item of one key in the new table what it is in the old one, or absent.
 *
 * <p>It copies the state and not the operation, so it does not matter how often, by whom, or in which order: whoever
 * copies last has looked at the old table after that. A write is conditional on what was seen in the new table, and both
 * are looked at again afterwards. Costs two strongly consistent reads if nothing is to be done, else a write and two
 * more.
 */
record Copy(String from, String to, Layout layout, int attempts) {
    /** What was found, or done. */
    enum Outcome {
        SAME,
        COPIED,
        DELETED,
        BUSY
    }

    private record Seen(Map<String, AttributeValue> wanted, Map<String, AttributeValue> there) {
        boolean same() {
            return wanted.equals(there);
        }
    }

    CompletableFuture<Outcome> bring(Key key, Asker asker) {
        return bring(key, layout.to(key), asker, Outcome.SAME, 1);
    }

    /** Whether both tables hold the same of this key; nothing is written. Half empty means missing on that side. */
    CompletableFuture<Difference.Kind> compare(Key key, Asker asker) {
        return look(key, layout.to(key), asker).thenApply(seen -> {
            if (seen.same()) {
                return Difference.Kind.NONE;
            }
            return seen.there().isEmpty()
                    ? Difference.Kind.MISSING
                    : seen.wanted().isEmpty() ? Difference.Kind.ORPHAN : Difference.Kind.DIFFERENT;
        });
    }

    private CompletableFuture<Outcome> bring(Key key, Key place, Asker asker, Outcome done, int attempt) {
        return look(key, place, asker).thenCompose(seen -> {
            if (seen.same()) {
                return CompletableFuture.completedFuture(done);
            }
            if (attempt > attempts) {
                return CompletableFuture.completedFuture(Outcome.BUSY);
            }
            return write(place, seen, asker)
                    .thenCompose(written -> bring(key, place, asker, written, attempt + 1))
                    .exceptionallyCompose(failure -> {
                        Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
                        return reason instanceof ConditionalCheckFailedException
                                ? bring(key, place, asker, done, attempt + 1)
                                : CompletableFuture.failedFuture(failure);
                    });
        });
    }

    private CompletableFuture<Seen> look(Key key, Key place, Asker asker) {
        return asker.get(get(from, key)).thenCombine(asker.get(get(to, place)), (old, now) -> {
            Map<String, AttributeValue> wanted = new HashMap<>(old.item());
            if (old.hasItem()) {
                wanted.putAll(place.attributes());
            }
            return new Seen(wanted, now.hasItem() ? now.item() : Map.of());
        });
    }

    private CompletableFuture<Outcome> write(Key place, Seen seen, Asker asker) {
        Exactly unchanged = Exactly.item(seen.there());
        if (seen.wanted().isEmpty()) {
            return asker.delete(DeleteItemRequest.builder()
                            .tableName(to)
                            .key(place.attributes())
                            .conditionExpression(unchanged.condition())
                            .expressionAttributeNames(unchanged.names())
                            .expressionAttributeValues(unchanged.values())
                            .build())
                    .thenApply(deleted -> Outcome.DELETED);
        }
        return asker.put(PutItemRequest.builder()
                        .tableName(to)
                        .item(seen.wanted())
                        .conditionExpression(unchanged.condition())
                        .expressionAttributeNames(unchanged.names())
                        .expressionAttributeValues(unchanged.values())
                        .build())
                .thenApply(put -> Outcome.COPIED);
    }

    private static GetItemRequest get(String table, Key key) {
        return GetItemRequest.builder()
                .tableName(table)
                .key(key.attributes())
                .consistentRead(true)
                .build();
    }
}
