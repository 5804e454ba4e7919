package dojo.session.dynamo;

import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.dynamo.ReadHead.Head;
import dojo.session.dynamo.ReadList.Listing;
import dojo.session.dynamo.View.Entry;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Changes a list that the caller has seen in this very revision, or not at all.
 *
 * <p>One transaction of the new turns and the view. The place behind the log is written or must be free, so a turn that
 * somebody appends meanwhile makes the revision another one and the transaction fail.
 */
final class CompactList {
    /** A transaction holds 100 actions; one is the view's. */
    private static final int MOST_NEW = 99;

    private final String table;
    private final Home home;
    private final ReadList lists;
    private final Contents contents;

    CompactList(String table, Home home, Contents contents) {
        this.contents = contents;
        this.table = table;
        this.home = home;
        this.lists = new ReadList(table, contents);
    }

    /** Whether the list was changed; nothing if there is no such session. */
    Work<Optional<Boolean>> compact(SessionId session, long revision, List<TurnId> archive, List<Turn> retained) {
        retained.forEach(contents::check);
        return lists.of(session, false).then(listing -> {
            if (listing.isEmpty()) {
                return Work.done(Optional.empty());
            }
            Meta meta = listing.get().head().meta();
            if (!home.isOf(meta)) {
                return home.refuse(meta);
            }
            return listing.get().revision() == revision
                    ? Work.now()
                            .then(now -> change(listing.get(), archive, retained, now)
                                    .map(Optional::of))
                    : Work.done(Optional.of(false));
        });
    }

    /** Turns that stand in the log keep their places; the others follow behind it. */
    private Work<Boolean> change(Listing listing, List<TurnId> archive, List<Turn> retained, Instant now) {
        Map<TurnId, Long> places = new HashMap<>();
        for (StoredTurn stored : listing.current()) {
            places.put(stored.turn().id(), stored.number());
        }
        Meta meta = listing.head().meta();
        long tail = listing.tail();
        List<Entry> entries = new ArrayList<>();
        List<Turn> added = new ArrayList<>();
        for (Turn turn : retained) {
            if (listing.removed().contains(turn.id())) {
                // Taken out of the log since the caller read it: it must not come back.
                continue;
            }
            Long place = places.get(turn.id());
            if (place == null) {
                added.add(turn);
                place = tail + added.size();
            }
            entries.add(new Entry(place, View.digest(Payload.hash(turn))));
        }
        if (added.size() > MOST_NEW) {
            throw new IllegalArgumentException("A compaction brings up to " + MOST_NEW + " new turns, got "
                    + added.size() + ": keep turns by their ids, and add few of your own.");
        }
        View before = listing.head().view();
        List<Long> archived = new ArrayList<>(before.archived());
        archive.stream().map(places::get).filter(place -> place != null).forEach(archived::add);
        View view = new View(meta.epoch(), listing.revision() + 1, tail + added.size(), archived, entries);
        return turns(meta.start().at(tail), added, now)
                .then(turns -> Work.ask(TransactWriteItemsRequest.builder()
                        .transactItems(all(meta.start().at(tail + 1), turns, listing.head(), view))
                        .build()))
                .map(stored -> true)
                .on(TransactionCanceledException.class, cancelled -> refused(cancelled, view));
    }

    private Work<List<TransactWriteItem>> turns(Token tail, List<Turn> added, Instant now) {
        Work<List<TransactWriteItem>> puts = Work.done(List.of());
        for (int i = 0; i < added.size(); i++) {
            Token place = tail.at(tail.position() + i + 1);
            Form form = contents.form(Items.item(place, added.get(i), now), added.get(i));
            puts = Work.both(puts, contents.kept(form).map(this::put), CompactList::and);
        }
        return puts;
    }

    private List<TransactWriteItem> all(Token next, List<TransactWriteItem> turns, Head head, View view) {
        List<TransactWriteItem> fenced = turns.isEmpty() ? List.of(nobodyAt(next)) : turns;
        return and(fenced, TransactWriteItem.builder().put(put(head, view)).build());
    }

    private static List<TransactWriteItem> and(List<TransactWriteItem> before, TransactWriteItem write) {
        List<TransactWriteItem> all = new ArrayList<>(before);
        all.add(write);
        return all;
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        Put put = Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        return TransactWriteItem.builder().put(put).build();
    }

    private TransactWriteItem nobodyAt(Token place) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(Map.of(
                                "PK", Keys.session(place.session()), "SK", Keys.turn(place.epoch(), place.position())))
                        .conditionExpression("attribute_not_exists(PK)"))
                .build();
    }

    private Put put(Head head, View view) {
        Put.Builder put = Put.builder()
                .tableName(table)
                .item(view.item(head.meta()))
                .returnValuesOnConditionCheckFailure("ALL_OLD");
        return head.stored()
                .map(before -> put.conditionExpression("epoch = :epoch AND revision = :revision")
                        .expressionAttributeValues(Map.of(
                                ":epoch", Items.number(before.epoch()),
                                ":revision", Items.number(before.revision()))))
                .orElseGet(() -> put.conditionExpression("attribute_not_exists(PK)"))
                .build();
    }

    /** Somebody was first; or it was this very call, and its answer got lost. */
    private static Work<Boolean> refused(TransactionCanceledException cancelled, View view) {
        List<CancellationReason> reasons = cancelled.cancellationReasons();
        boolean failed = Cancelled.refused(reasons);
        if (!failed) {
            return Work.failed(cancelled);
        }
        CancellationReason last = reasons.get(reasons.size() - 1);
        return Work.done(last.hasItem() && View.of(last.item()).equals(view));
    }
}
