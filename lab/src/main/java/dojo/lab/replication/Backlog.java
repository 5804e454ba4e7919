package dojo.lab.replication;

import dojo.lab.item.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The changes that are not at every replica yet.
 *
 * <p>What a replica knows of an item is what it was before the first change that has not arrived there. Safe for use by
 * many threads.
 */
final class Backlog {

    private final Map<String, Chains> tables = new HashMap<>();
    private final PriorityQueue<Pending> queue = new PriorityQueue<>(Comparator.comparing(Pending::queuedUntil));
    private final Holds holds = new Holds();
    /** Spares requests the lock while there is nothing to look for. */
    private volatile boolean empty = true;

    boolean isEmpty() {
        return empty;
    }

    /**
     * A change was made, and takes so long to each of the replicas that it concerns.
     *
     * @param partition the partition key of the item, in canonical form
     */
    synchronized void add(Change change, String partition, Map<Replica, Duration> lags, Instant now) {
        forgetArrived(now);
        Pending pending = new Pending(change, partition, change.itemKey().canonical());
        Deque<Pending> earlier = chains(change.table()).of(pending.key());
        lags.forEach((replica, lag) -> {
            Instant drawn = change.at().plus(lag);
            // Changes of one item arrive in their order.
            Instant due =
                    Holds.later(holds.until(change.table(), pending.key(), replica, drawn), lastDue(earlier, replica));
            if (holds.paused() || due.isAfter(now)) {
                pending.send(replica, due, holds.paused());
            }
        });
        if (pending.isSent()) {
            tables.computeIfAbsent(change.table(), table -> new Chains()).add(pending);
            enqueue(pending);
        }
    }

    /** The item is known everywhere as it is now. */
    synchronized void settle(Change change) {
        Deque<Pending> chain = chains(change.table()).of(change.itemKey().canonical());
        for (Pending pending : List.copyOf(chain)) {
            queue.remove(pending);
            forget(pending);
        }
    }

    /** Whether any change of any of these items has still to arrive somewhere. */
    synchronized boolean touches(Scope scope, Instant now) {
        forgetArrived(now);
        return !chains(scope.table()).in(scope).isEmpty();
    }

    /** How the replica saw these items at that time, told now. */
    synchronized View view(Scope scope, Replica replica, Instant at, Instant now) {
        Map<String, Map<String, AttributeValue>> images = new LinkedHashMap<>();
        List<Pending> missed = new ArrayList<>();
        for (Deque<Pending> chain : chains(scope.table()).in(scope)) {
            firstUnseen(chain, replica, at)
                    .filter(first -> scope.covers(first.key(), first.change().before())
                            || scope.covers(
                                    first.key(), chain.getLast().change().after()))
                    .ifPresent(first -> {
                        images.put(first.key(), first.change().before());
                        missed.add(first);
                    });
        }
        return missed.stream()
                .min(Comparator.comparingLong(first -> first.change().sequence()))
                .map(oldest -> View.of(replica, images, oldest, now))
                .orElse(View.UP_TO_DATE);
    }

    /** Until then, no change of the item of this canonical key arrives anywhere. */
    synchronized void holdItem(String key, Instant now, Instant until) {
        holds.forgetOver(now);
        holds.item(key, until);
        delay(pending -> pending.key().equals(key), replica -> true, now, until);
    }

    /** Until then, no change of the table arrives in the index. */
    synchronized void holdIndex(String table, Replica index, Instant now, Instant until) {
        holds.forgetOver(now);
        holds.index(table, index, until);
        delay(pending -> pending.change().table().equals(table), index::equals, now, until);
    }

    /** From now on nothing arrives anywhere. */
    synchronized void pause(Instant now) {
        forgetArrived(now);
        holds.paused(true);
        requeue(pending -> pending.pause(now));
    }

    /** What was held arrives now, or when it would have without the pause. */
    synchronized void resume(Instant now) {
        holds.paused(false);
        requeue(pending -> pending.resume(now));
        forgetArrived(now);
    }

    /** The table is gone, and with it what was on its way. */
    synchronized void drop(String table) {
        tables.remove(table);
        queue.removeIf(pending -> pending.change().table().equals(table));
        empty = queue.isEmpty();
    }

    /** How old the oldest change is that the replica does not know; zero if it knows all. */
    synchronized Duration behind(String table, Replica replica, Instant now) {
        return queue.stream()
                .filter(pending -> pending.change().table().equals(table) && pending.unseen(replica, now))
                .map(pending -> Duration.between(pending.change().at(), now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Instant lastDue(Deque<Pending> earlier, Replica replica) {
        for (Iterator<Pending> latest = earlier.descendingIterator(); latest.hasNext(); ) {
            Instant due = latest.next().dueAt(replica);
            if (!due.equals(Instant.MIN)) {
                return due;
            }
        }
        return Instant.MIN;
    }

    private static Optional<Pending> firstUnseen(Deque<Pending> chain, Replica replica, Instant at) {
        return chain.stream().filter(pending -> pending.unseen(replica, at)).findFirst();
    }

    private Chains chains(String table) {
        return tables.getOrDefault(table, Chains.NONE);
    }

    private void delay(Predicate<Pending> which, Predicate<Replica> where, Instant now, Instant until) {
        requeue(pending -> {
            if (which.test(pending)) {
                pending.delay(where, now, until);
            }
        });
    }

    /** A queue does not notice when what it is ordered by changes. */
    private void requeue(Consumer<Pending> change) {
        List<Pending> all = new ArrayList<>(queue);
        queue.clear();
        all.forEach(pending -> {
            change.accept(pending);
            enqueue(pending);
        });
    }

    private void enqueue(Pending pending) {
        pending.queue();
        queue.add(pending);
        empty = false;
    }

    private void forgetArrived(Instant now) {
        for (Pending next = queue.peek(); next != null && !next.queuedUntil().isAfter(now); next = queue.peek()) {
            queue.remove();
            forget(next);
        }
    }

    private void forget(Pending pending) {
        Chains chains = chains(pending.change().table());
        chains.remove(pending);
        if (chains.isEmpty()) {
            tables.remove(pending.change().table());
        }
        empty = queue.isEmpty();
    }
}
