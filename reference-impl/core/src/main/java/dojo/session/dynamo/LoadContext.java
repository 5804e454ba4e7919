package dojo.session.dynamo;

import dojo.session.Context;
import dojo.session.Loaded;
import dojo.session.SessionId;
import dojo.session.Summary;
import dojo.session.Window;
import dojo.session.dynamo.Items.Meta;
import dojo.session.dynamo.Keys.Range;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Access pattern 3: load META, the latest summary and the latest turns.
 *
 * <p>Three questions, because the keys are three ranges: one query backwards over the whole session would meet the
 * turns first and, in a long conversation, never reach the rest. META comes first; it knows the epoch.
 */
final class LoadContext {
    private final DynamoDbClient client;
    private final String table;
    private final ReadMeta metas;

    LoadContext(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.metas = new ReadMeta(client, table, clock);
    }

    // tag::load[]
    Loaded load(SessionId session, Window window) {
        Tally tally = new Tally();
        boolean strong = window.consistency() == Window.Consistency.STRONG;
        Optional<Meta> meta = metas.of(session, strong, tally);
        if (meta.isEmpty()) {
            return new Loaded.Absent(tally.bill());
        }
        Optional<Summary> summary = summary(meta.get(), strong, tally);
        LatestTurns turns = turns(meta.get(), window, strong, tally);
        if (turns.torn() && !strong) {
            // Two pages came from replicas of different age: read them again.
            turns = turns(meta.get(), window, true, tally);
        }
        turns.requireWhole(session);
        return new Loaded.Found(context(meta.get(), summary, turns), tally.bill());
    }
    // end::load[]

    private static Context context(Meta meta, Optional<Summary> summary, LatestTurns turns) {
        return new Context(
                meta.session(),
                meta.customer(),
                meta.createdAt(),
                Instant.ofEpochSecond(meta.expiresAtSeconds()),
                summary,
                turns.oldestFirst(),
                turns.cut(),
                meta.start().at(turns.tail()));
    }

    private LatestTurns turns(Meta meta, Window window, boolean strong, Tally tally) {
        LatestTurns turns = new LatestTurns(window);
        Range all = Keys.turnsFrom(meta.epoch(), 1);
        QueryRequest next = backwards(meta, all, strong).limit(turns.pageSize()).build();
        while (true) {
            QueryResponse page = client.query(next);
            tally.read(page.consumedCapacity());
            page.items().forEach(turns::add);
            if (turns.full() || page.lastEvaluatedKey().isEmpty()) {
                return turns;
            }
            next = next.toBuilder()
                    .exclusiveStartKey(page.lastEvaluatedKey())
                    .limit(turns.pageSize())
                    .build();
        }
    }

    private Optional<Summary> summary(Meta meta, boolean strong, Tally tally) {
        Range all = Keys.summaries(meta.epoch());
        QueryResponse page = client.query(backwards(meta, all, strong).limit(1).build());
        tally.read(page.consumedCapacity());
        return page.items().stream().findFirst().map(Items::summary);
    }

    // tag::backwards[]
    private QueryRequest.Builder backwards(Meta meta, Range range, boolean strong) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(meta.session()),
                        ":first", range.first(),
                        ":last", range.last()))
                .scanIndexForward(false)
                .consistentRead(strong)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
    }
    // end::backwards[]
}
