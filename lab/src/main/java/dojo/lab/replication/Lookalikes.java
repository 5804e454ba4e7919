package dojo.lab.replication;

import dojo.lab.item.Items;
import dojo.lab.law.Call;
import dojo.lab.law.Next;
import dojo.lab.law.Trace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Has a read answered by a copy that looks like the replica that serves it. Safe for use by many threads. */
record Lookalikes(Items items, Holdings holdings, Definition definition, Copies copies, Trace trace) {

    /** Answers the call from a copy that holds these scopes as viewed; from the leader if they are too large to copy. */
    AwsResponse answer(Call call, Next next, Map<Scope, View> views) {
        Map<Scope, Map<String, Map<String, AttributeValue>>> held = new LinkedHashMap<>();
        for (Map.Entry<Scope, View> seen : views.entrySet()) {
            Optional<Map<String, Map<String, AttributeValue>>> of = holdings.of(seen.getKey(), seen.getValue());
            if (of.isEmpty()) {
                trace.say(
                        call, ReplicationLaw.NAME, "not stale after all: the leader serves it, with too much to copy");
                return next.answer(call);
            }
            held.put(seen.getKey(), of.get());
        }
        Scope first = views.keySet().iterator().next();
        Copy copy = copies.borrow(first.table(), first.index());
        try {
            held.forEach((scope, wanted) -> copy.lay(scope, items.shape(scope.table()), wanted, definition));
        } catch (RuntimeException | Error e) {
            // The table may have been deleted meanwhile.
            copies.discard(copy);
            throw e;
        }
        try {
            return next.answer(call.servedBy(copy.store()));
        } finally {
            copies.giveBack(copy);
        }
    }
}
