package dojo.session.dynamo;

import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.Context;
import dojo.session.Loaded;
import dojo.session.SessionId;
import dojo.session.Window;
import dojo.session.dynamo.Items.Meta;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
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

    LoadContext(String table) {
        this.table = table;
        this.metas = new ReadMeta(table);
    }

    // tag::load[]
    Work<Loaded> load(SessionId session, Window window) {
        boolean strong = window.consistency() == Window.Consistency.STRONG;
        return fitting(session, window, strong, 1)
                .then(parts -> Work.billed(bill -> parts.meta()
                        .map(meta -> (Loaded) new Loaded.Found(parts.context(meta), bill))
                        .orElseGet(() -> new Loaded.Absent(bill))));
    }

    private Work<Parts> parts(SessionId session, Window window, boolean strong) {
        Work<Optional<Meta>> meta = metas.of(session, strong);
        Work<LatestTurns> turns = turns(session, window, strong);
        Work<Optional<Map<String, AttributeValue>>> summary = summary(session, strong);
        return Work.both(
                meta,
                Work.both(turns, summary, TurnsAndSummary::new),
                (head, rest) -> new Parts(head, rest.turns(), rest.summary()));
    }
    // end::load[]

    /** Requests that saw replicas of different age, or a restart between them, are repeated, strongly consistent. */
    private Work<Parts> fitting(SessionId session, Window window, boolean strong, int look) {
        return parts(session, window, strong)
                .then(parts ->
                        parts.fit() || look == LOOKS ? Work.done(parts) : fitting(session, window, true, look + 1));
    }

    private record TurnsAndSummary(LatestTurns turns, Optional<Map<String, AttributeValue>> summary) {}

    /** What three requests brought. */
    private record Parts(Optional<Meta> meta, LatestTurns turns, Optional<Map<String, AttributeValue>> summary) {
        boolean fit() {
            return meta.isEmpty()
                    || (turns.epoch() <= meta.get().epoch()
                            && !turns.torn(meta.get().epoch()));
        }

        Context context(Meta meta) {
            turns.requireWhole(meta.session(), meta.epoch());
            return new Context(
                    meta.session(),
                    meta.customer(),
                    meta.createdAt(),
                    meta.expiresAt(),
                    summary.filter(item -> Keys.epoch(Items.text(item, "SK")) == meta.epoch())
                            .map(item -> Items.summary(meta.start(), item)),
                    turns.oldestFirst(meta.epoch()),
                    turns.cut(meta.epoch()),
                    meta.start().at(turns.tail(meta.epoch())));
        }
    }

    private Work<LatestTurns> turns(SessionId session, Window window, boolean strong) {
        return Work.begin(() -> {
            LatestTurns turns = new LatestTurns(window);
            return Work.repeat(Map.<String, AttributeValue>of(), from -> page(session, turns, from, strong));
        });
    }

    private Work<Step<Map<String, AttributeValue>, LatestTurns>> page(
            SessionId session, LatestTurns turns, Map<String, AttributeValue> from, boolean strong) {
        QueryRequest.Builder query =
                backwards(session, Keys.all("TURN"), strong).limit(turns.pageSize());
        if (!from.isEmpty()) {
            query.exclusiveStartKey(from);
        }
        return Work.ask(query.build()).map(page -> {
            page.items().forEach(turns::add);
            return turns.full() || !page.hasLastEvaluatedKey() ? finished(turns) : again(page.lastEvaluatedKey());
        });
    }

    private Work<Optional<Map<String, AttributeValue>>> summary(SessionId session, boolean strong) {
        return Work.ask(backwards(session, Keys.all("SUMMARY"), strong).limit(1).build())
                .map(page -> page.items().stream().findFirst());
    }

    // tag::backwards[]
    private QueryRequest.Builder backwards(SessionId session, Keys.Range range, boolean strong) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(session),
                        ":first", range.first(),
                        ":last", range.last()))
                .scanIndexForward(false)
                .consistentRead(strong);
    }
    // end::backwards[]
}
