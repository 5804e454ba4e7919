package dojo.session.dynamo;

import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.Context;
import dojo.session.Loaded;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.TurnId;
import dojo.session.dynamo.Places.Span;
import dojo.session.dynamo.ReadHead.Head;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Reads the current list of a session, and what was archived before it if wanted; strongly consistent.
 *
 * <p>Costs 1 read unit for the head and one for each started 4 KB of turns; a question for each stretch of the log.
 */
final class ReadList {
    /** So many turns that are not wanted are cheaper to read than one more question is to ask. */
    private static final long WORTH_SKIPPING = 8;

    private final String table;
    private final ReadHead heads;
    private final Contents contents;

    ReadList(String table, Contents contents) {
        this.table = table;
        this.contents = contents;
        this.heads = new ReadHead(table);
    }

    /**
     * The list of a session that is alive.
     *
     * @param archived empty unless wanted
     * @param removed turns that were taken out of the log
     * @param tail the last place of the log
     */
    record Listing(Head head, List<StoredTurn> archived, List<StoredTurn> current, Set<TurnId> removed, long tail) {
        long revision() {
            return head.view().revisionAt(tail);
        }

        Context context() {
            Meta meta = head.meta();
            return new Context(
                    meta.session(),
                    meta.customer(),
                    meta.createdAt(),
                    meta.expiresAt(),
                    meta.metadata(),
                    Optional.empty(),
                    current,
                    !current.isEmpty() && current.get(0).number() > 1,
                    tail,
                    meta.start().at(tail));
        }
    }

    Work<Loaded> current(SessionId session) {
        return of(session, false)
                .then(listing ->
                        Work.billed(bill -> listing.<Loaded>map(found -> new Loaded.Found(found.context(), bill))
                                .orElseGet(() -> new Loaded.Absent(bill))));
    }

    Work<Optional<Listing>> of(SessionId session, boolean withArchived) {
        return heads.of(session)
                .then(head -> head.isEmpty()
                        ? Work.done(Optional.empty())
                        : listing(head.get(), withArchived).map(Optional::of));
    }

    private Work<Listing> listing(Head head, boolean withArchived) {
        View view = head.view();
        TreeSet<Long> wanted = new TreeSet<>(view.places());
        if (withArchived) {
            wanted.addAll(view.archived());
        }
        wanted.add(view.tail() + 1);
        return found(head.meta(), List.copyOf(wanted)).map(turns -> {
            List<StoredTurn> current = turns.at(head.meta(), view.places());
            current.addAll(turns.appendedAfter(head.meta(), view.tail()));
            return new Listing(
                    head,
                    withArchived ? turns.at(head.meta(), view.archived()) : List.of(),
                    List.copyOf(current),
                    Set.copyOf(turns.removed().values()),
                    Math.max(view.tail(), turns.last()));
        });
    }

    /** Turns by their places, the places of those that were stored for a list, and places that were removed. */
    private record Found(Map<Long, StoredTurn> turns, TreeSet<Long> listed, Map<Long, TurnId> removed) {
        static Found nothing() {
            return new Found(new HashMap<>(), new TreeSet<>(), new HashMap<>());
        }

        List<StoredTurn> at(Meta meta, List<Long> places) {
            List<StoredTurn> found = new ArrayList<>();
            for (long place : places) {
                if (removed.containsKey(place)) {
                    continue;
                }
                StoredTurn turn = turns.get(place);
                if (turn == null) {
                    throw new IllegalStateException("Session " + meta.session() + " lacks the turn in place " + place
                            + ", which is in its list. If it has just moved to this Region, its turns are still"
                            + " arriving: read it again. Otherwise replace the list, or restore the turn.");
                }
                found.add(turn);
            }
            return found;
        }

        /** Up to a hole, if there is one: a Query is no snapshot, and what fills the hole came later. */
        List<StoredTurn> appendedAfter(Meta meta, long tail) {
            List<StoredTurn> appended = new ArrayList<>();
            long place = tail + 1;
            for (; turns.containsKey(place) || removed.containsKey(place); place++) {
                if (turns.containsKey(place) && !listed.contains(place)) {
                    appended.add(turns.get(place));
                }
            }
            at(meta, LongStream.rangeClosed(place, meta.base()).boxed().toList());
            return appended;
        }

        long last() {
            return Stream.concat(turns.keySet().stream(), removed.keySet().stream())
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
        }

        Found and(Found others) {
            turns.putAll(others.turns);
            listed.addAll(others.listed);
            removed.putAll(others.removed);
            return this;
        }
    }

    /** A question for each stretch of places, and for each part of the log in which it lies. */
    private Work<Found> found(Meta meta, List<Long> wanted) {
        Work<Found> all = Work.begin(() -> Work.done(Found.nothing()));
        List<Span> spans = Places.spans(wanted, WORTH_SKIPPING);
        for (Span span : spans) {
            long end = span.equals(spans.get(spans.size() - 1)) ? Long.MAX_VALUE : span.last();
            long first = span.first();
            while (first <= end) {
                Segment part = meta.partOf(first - 1);
                long last = Math.min(end, part.last());
                all = Work.both(all, stretch(meta, part.epoch(), new Span(first, last)), Found::and);
                if (last == Long.MAX_VALUE) {
                    break;
                }
                first = last + 1;
            }
        }
        return all;
    }

    private record Page(Found found, Map<String, AttributeValue> next) {}

    private Work<Found> stretch(Meta meta, long epoch, Span span) {
        return Work.begin(
                () -> Work.repeat(new Page(Found.nothing(), Map.of()), page -> read(meta, epoch, span, page)));
    }

    private Work<Step<Page, Found>> read(Meta meta, long epoch, Span span, Page before) {
        Keys.Range places = span.last() == Long.MAX_VALUE
                ? Keys.turnsFrom(epoch, span.first())
                : Keys.turns(epoch, span.first(), span.last());
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(meta.session()),
                        ":first", places.first(),
                        ":last", places.last()))
                .consistentRead(true);
        if (!before.next().isEmpty()) {
            query.exclusiveStartKey(before.next());
        }
        return Work.ask(query.build())
                .then(page -> contents.whole(page.items(), true).map(items -> {
                    items.forEach(item -> keep(before.found(), item));
                    return page.hasLastEvaluatedKey()
                            ? again(new Page(before.found(), page.lastEvaluatedKey()))
                            : finished(before.found());
                }));
    }

    private static void keep(Found found, Map<String, AttributeValue> item) {
        Slot slot = Items.slot(item);
        if (slot.kind() == Kind.REMOVED) {
            slot.turnId().ifPresent(id -> found.removed().put(slot.position(), id));
        }
        if (!slot.isTurn()) {
            return;
        }
        StoredTurn turn = Items.turn(item);
        found.turns().put(turn.number(), turn);
        if (item.containsKey(SurveyLog.LISTED)) {
            found.listed().add(turn.number());
        }
    }
}
