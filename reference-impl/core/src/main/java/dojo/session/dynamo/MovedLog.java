package dojo.session.dynamo;

import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.Append;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.dynamo.WalkLog.Walked;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Appends with a position of an epoch which the session has left, because it moved to another Region.
 *
 * <p>The turn may stand in the old part of the log, so that is searched first, and it must have arrived whole: items of
 * a global table arrive one by one, in any order.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">AWS:
 *     how global tables work</a>
 */
record MovedLog(String table) {
    Work<Append> append(Meta meta, Token expected, List<Turn> turns, BiFunction<Token, List<Turn>, Work<Append>> next) {
        return after(meta, expected).then(earlier -> {
            if (earlier.lacking().isPresent()) {
                return Work.billed(bill -> new Append.Arriving(earlier.lacking().get(), bill));
            }
            List<Slot> old = earlier.slots();
            Set<TurnId> wanted = new HashSet<>();
            turns.forEach(turn -> wanted.add(turn.id()));
            return new WalkLog(table)
                    .from(meta.start().at(meta.base() + 1), wanted)
                    .then(walked -> LogSays.of(
                            meta.start(),
                            turns,
                            joined(old, walked, wanted),
                            next,
                            // Moved or restarted once more, while this was being read.
                            seal -> Work.billed(bill -> new Append.Arriving(seal.position(), bill)),
                            () -> next.apply(meta.start(), turns)));
        });
    }

    /**
     * The places between a position and the part of the log in force.
     *
     * @param lacking the first of them that has not arrived here
     */
    record Earlier(List<Slot> slots, Optional<Long> lacking) {}

    /** The same, as far back as so many places before the part of the log in force. */
    Work<Earlier> latest(Meta meta, long places) {
        long before = Math.max(0, meta.base() - places);
        return before >= meta.base()
                ? Work.done(new Earlier(List.of(), Optional.empty()))
                : after(meta, meta.start().in(meta.partOf(before).epoch()).at(before));
    }

    private Work<Earlier> after(Meta meta, Token expected) {
        return slots(meta, expected).map(slots -> new Earlier(slots, lacking(slots, expected.position(), meta.base())));
    }

    private static Optional<Long> lacking(List<Slot> slots, long after, long last) {
        long next = after + 1;
        for (Slot slot : slots) {
            if (slot.position() != next) {
                return Optional.of(next);
            }
            next++;
        }
        return next > last ? Optional.empty() : Optional.of(next);
    }

    private static Walked joined(List<Slot> old, Walked walked, Set<TurnId> wanted) {
        // A turn may stand twice, because its writer once showed a later position: it counts where it stands first.
        Map<TurnId, Slot> found = new LinkedHashMap<>();
        Stream.concat(old.stream(), walked.found().stream())
                .forEach(slot -> slot.turnId().filter(wanted::contains).ifPresent(id -> found.putIfAbsent(id, slot)));
        Optional<TurnId> first = old.stream().findFirst().flatMap(Slot::turnId).or(walked::first);
        return new Walked(walked.last(), walked.seal(), first, List.copyOf(found.values()), 0);
    }

    private record Reading(int segment, long after, List<Slot> slots) {}

    /** The places after the expected one, in all earlier parts of the log. */
    private Work<List<Slot>> slots(Meta meta, Token expected) {
        List<Segment> parts = meta.earlier();
        int first = 0;
        while (parts.get(first).epoch() != expected.epoch()) {
            first++;
        }
        return Work.repeat(new Reading(first, expected.position(), List.of()), so -> page(meta, so));
    }

    private Work<Step<Reading, List<Slot>>> page(Meta meta, Reading before) {
        if (before.segment() == meta.earlier().size()) {
            return Work.done(finished(before.slots()));
        }
        Segment part = meta.earlier().get(before.segment());
        if (before.after() >= part.last()) {
            return Work.done(again(new Reading(before.segment() + 1, before.after(), before.slots())));
        }
        return Work.ask(query(meta, part, before.after() + 1)).map(page -> {
            List<Slot> slots = new ArrayList<>(before.slots());
            page.items().forEach(item -> slots.add(Items.slot(item)));
            boolean over = !page.hasLastEvaluatedKey();
            long after = over || slots.isEmpty()
                    ? part.last()
                    : slots.get(slots.size() - 1).position();
            return again(new Reading(before.segment() + (over ? 1 : 0), after, slots));
        });
    }

    private QueryRequest query(Meta meta, Segment part, long from) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .projectionExpression("SK, v, kind, turn_id, payload, moved_to")
                .expressionAttributeValues(Map.<String, AttributeValue>of(
                        ":pk", Keys.session(meta.session()),
                        ":first", Keys.turn(part.epoch(), from),
                        ":last", Keys.turn(part.epoch(), part.last())))
                .consistentRead(true)
                .build();
    }
}
