package dojo.lab.replication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * The creation or the deletion of one global index.
 *
 * @param deleted the index as it was, if it is being deleted
 * @param filling from when on a new index is filled
 * @param until from when on it is ACTIVE, or gone
 */
record Work(String index, Optional<GlobalSecondaryIndexDescription> deleted, Instant filling, Instant until) {

    boolean creates(String name) {
        return deleted.isEmpty() && index.equals(name);
    }

    boolean isFilling(Instant now) {
        return !now.isBefore(filling);
    }

    /** The table with this index as it is now. */
    TableDescription shown(TableDescription table, Instant now) {
        List<GlobalSecondaryIndexDescription> indexes = new ArrayList<>();
        for (GlobalSecondaryIndexDescription described : table.globalSecondaryIndexes()) {
            if (!index.equals(described.indexName())) {
                indexes.add(described);
            } else if (deleted.isEmpty()) {
                indexes.add(described.toBuilder()
                        .indexStatus(IndexStatus.CREATING)
                        .backfilling(isFilling(now))
                        .build());
            }
        }
        deleted.map(before ->
                        before.toBuilder().indexStatus(IndexStatus.DELETING).build())
                .ifPresent(indexes::add);
        return table.toBuilder()
                .tableStatus(TableStatus.UPDATING)
                .globalSecondaryIndexes(indexes)
                .build();
    }
}
