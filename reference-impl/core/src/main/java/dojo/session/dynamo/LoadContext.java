package dojo.session.dynamo;

import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.Context;
import dojo.session.Loaded;
import dojo.session.Loaded.Why;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Window;
import dojo.session.guard.Trouble;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Access pattern 3: load META, the latest summary and the latest turns.
 *
 * <p>Three questions at the same time, because the keys are three ranges: one query backwards over the whole session
 * would meet the turns first and, in a long conversation, never reach the rest. Only META knows the epoch; but the
 * newest epoch comes first in a query backwards, so the others need not wait for it.
 */
final class LoadContext {
    private static final int LOOKS = 3;

    private final String table;
    private final ReadMeta metas;
    private final Contents contents;

    LoadContext(String table, Contents contents) {
        this.table = table;
        this.contents = contents;
        this.metas = new ReadMeta(table);
    }

    // tag::load[]
    Work<Loaded> load(SessionId session, Window window) {
        return window.lessWillDo()
                ? Work.begin(() -> orLess(session, window, new Arrived()))
                : load(session, window, new Arrived());
    }

    private Work<Loaded> load(SessionId session, Window window, Arrived arrived) {
        boolean strong = window.consistency() == Window.Consistency.STRONG;
        return fitting(session, window, strong, 1, arrived)
                .then(parts -> parts.meta().isEmpty()
                        ? Work.billed(Loaded.Absent::new)
                        : contents.whole(parts.turns().oldestFirst(), strong)
                                .then(turns -> found(parts, parts.meta().get(), turns)));
    }

    /** What has arrived by the time something fails is shown if it is whole in itself. */
    private Work<Loaded> orLess(SessionId session, Window window, Arrived arrived) {
        return load(session, window, arrived).on(RuntimeException.class, failure -> {
            Optional<Why> why = Trouble.of(failure);
            if (why.isEmpty()) {
                return Work.failed(failure);
            }
            Optional<List<Map<String, AttributeValue>>> turns = arrived.wholeTurns();
            return turns.isEmpty()
                    ? Work.billed(bill -> arrived.without(why.get(), Optional.empty(), bill))
                    : contents.whole(turns.get(), true)
                            .map(Optional::of)
                            .on(RuntimeException.class, alsoFailed -> Work.done(Optional.empty()))
                            .then(whole -> Work.billed(bill -> arrived.without(why.get(), whole, bill)));
        });
    }

    private Work<Parts> parts(SessionId session, Window window, boolean strong, Arrived arrived) {
        Work<Optional<Meta>> meta = metas.of(session, strong).map(arrived::head);
        Work<Optional<Map<String, AttributeValue>>> summary =
                new LatestSummary(table).of(session, strong).map(arrived::summary);
        Work<LatestTurns> turns = turns(session, window, strong).map(arrived::turns);
        // In the order of their worth, for a runner that asks one after the other and may run out of time.
        return Work.both(
                meta,
                Work.both(summary, turns, TurnsAndSummary::new),
                (head, rest) -> new Parts(head, rest.turns(), rest.summary()));
    }
    // end::load[]

    private static Work<Loaded> found(Parts parts, Meta meta, List<Map<String, AttributeValue>> turns) {
        List<StoredTurn> said = parts.turns().shown(turns);
        return Work.billed(bill -> new Loaded.Found(parts.context(meta, said), bill));
    }

    /** Requests that saw replicas of different age, or a restart between them, are repeated, strongly consistent. */
    private Work<Parts> fitting(SessionId session, Window window, boolean strong, int look, Arrived arrived) {
        return parts(session, window, strong, arrived)
                .then(parts -> parts.fit() ? withEarlier(parts, strong) : Work.done(parts))
                .then(parts -> parts.whole() || look == LOOKS
                        ? Work.done(parts)
                        : fitting(session, window, true, look + 1, arrived));
    }

    private record TurnsAndSummary(Optional<Map<String, AttributeValue>> summary, LatestTurns turns) {}

    /** What three requests brought. */
    private record Parts(Optional<Meta> meta, LatestTurns turns, Optional<Map<String, AttributeValue>> summary) {
        boolean fit() {
            return meta.isEmpty() || turns.under(meta.get());
        }

        boolean whole() {
            return fit() && (meta.isEmpty() || !turns.torn());
        }

        Context context(Meta meta, List<StoredTurn> said) {
            turns.requireWhole(meta.session());
            return new Context(
                    meta.session(),
                    meta.customer(),
                    meta.createdAt(),
                    meta.expiresAt(),
                    meta.metadata(),
                    summary.filter(item -> meta.isIn(Keys.epoch(Items.text(item, "SK"))))
                            .map(item -> Items.summary(meta.start(), item)),
                    said,
                    turns.cut(said),
                    turns.tail(),
                    meta.start().at(turns.tail()));
        }
    }

    /** A session that moved continues an earlier part of its log: reads there what the window still lacks. */
    private Work<Parts> withEarlier(Parts parts, boolean strong) {
        List<Segment> earlier = parts.meta().map(Meta::earlier).orElse(List.of());
        return Work.repeat(earlier.size() - 1, i -> {
            if (i < 0 || parts.turns().full()) {
                return Work.done(finished(parts));
            }
            Segment part = earlier.get(i);
            if (part.last() == 0) {
                // It moved before its first turn; a range of no places is refused.
                return Work.done(again(i - 1));
            }
            parts.turns().into(part);
            Keys.Range range = Keys.turns(part.epoch(), 1, part.last());
            return turns(parts.meta().get().session(), range, parts.turns(), strong)
                    .map(read -> again(i - 1));
        });
    }

    private Work<LatestTurns> turns(SessionId session, Window window, boolean strong) {
        return Work.begin(() -> turns(session, Keys.all("TURN"), new LatestTurns(window), strong));
    }

    private Work<LatestTurns> turns(SessionId session, Keys.Range range, LatestTurns turns, boolean strong) {
        return Work.repeat(
                Map.<String, AttributeValue>of(), from -> page(backwards(session, range, strong), turns, from));
    }

    private static Work<Step<Map<String, AttributeValue>, LatestTurns>> page(
            QueryRequest.Builder query, LatestTurns turns, Map<String, AttributeValue> from) {
        query.limit(turns.pageSize());
        if (!from.isEmpty()) {
            query.exclusiveStartKey(from);
        }
        return Work.ask(query.build()).map(page -> {
            page.items().forEach(turns::add);
            return turns.done() || !page.hasLastEvaluatedKey() ? finished(turns) : again(page.lastEvaluatedKey());
        });
    }

    private QueryRequest.Builder backwards(SessionId session, Keys.Range range, boolean strong) {
        // tag::backwards[]
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(session),
                        ":first", range.first(),
                        ":last", range.last()))
                .scanIndexForward(false)
                .consistentRead(strong);
        // end::backwards[]
    }
}
