package dojo.lab.conflict;

import dojo.lab.item.ItemKey;
import dojo.lab.item.ItemWrite;
import dojo.lab.law.Batches;
import dojo.lab.law.Call;
import dojo.lab.law.Next;
import dojo.lab.law.Refusals;
import dojo.lab.law.Site;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Keeps writes outside of transactions away from items that a transaction has prepared. */
record SingleWrites(Site site, Ledger ledger) {

    AwsResponse one(Call call, Next next, Optional<ItemKey> item) {
        Optional<String> holder = item.flatMap(ledger::holder);
        if (holder.isPresent()) {
            say(call, "refused: its item is prepared by " + holder.get());
            throw Refusals.transactionConflict();
        }
        return next.answer(call);
    }

    /** A batch is as many single writes, and has no way to report a conflict but to leave an item unprocessed. */
    AwsResponse batch(Call call, Next next, BatchWriteItemRequest request) {
        if (!Batches.sound(request, site.items())) {
            return next.answer(call);
        }
        Iterator<ItemWrite> writes = site.items().writes(request).iterator();
        Map<String, List<WriteRequest>> free = new LinkedHashMap<>();
        Map<String, List<WriteRequest>> taken = new LinkedHashMap<>();
        request.requestItems()
                .forEach((table, ofTable) -> ofTable.forEach(wanted -> {
                    Optional<String> holder = Keys.of(writes.next()).flatMap(ledger::holder);
                    holder.ifPresent(
                            by -> say(call, "left an item of " + table + " unprocessed: it is prepared by " + by));
                    (holder.isPresent() ? taken : free)
                            .computeIfAbsent(table, name -> new ArrayList<>())
                            .add(wanted);
                }));
        if (taken.isEmpty()) {
            return next.answer(call);
        }
        if (free.isEmpty()) {
            call.result("all unprocessed");
            return BatchWriteItemResponse.builder().unprocessedItems(taken).build();
        }
        var answer = (BatchWriteItemResponse)
                next.answer(call.with(request.toBuilder().requestItems(free).build()));
        answer.unprocessedItems()
                .forEach((table, left) ->
                        taken.computeIfAbsent(table, name -> new ArrayList<>()).addAll(left));
        call.result(taken.values().stream().mapToInt(List::size).sum() + " unprocessed");
        return answer.toBuilder().unprocessedItems(taken).build();
    }

    private void say(Call call, String words) {
        site.trace().say(call, ConflictLaw.NAME, words);
    }
}
