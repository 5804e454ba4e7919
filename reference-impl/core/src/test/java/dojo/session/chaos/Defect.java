package dojo.session.chaos;

import static dojo.session.chaos.Rewrite.with;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.lab.law.Law;
import dojo.lab.law.Refusals;
import dojo.session.chaos.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Memories that lack one of the points which make ours right, and what becomes of their promises. */
@SuppressWarnings("ImmutableEnumChecker") // suppliers without state, and sets that nobody can change
enum Defect {
    /** A conflict is answered without having looked for one's own turn further on. */
    NO_WALK_BEFORE_A_CONFLICT(
            () -> Rewrite.walking(
                    item -> item.containsKey("turn_id") ? with(item, "turn_id", fromS("somebody")) : item),
            Kind.DUPLICATED,
            Kind.FORGOTTEN),

    /** The walk asks any replica. */
    EVENTUAL_WALK(
            () -> Rewrite.asking(request -> Rewrite.isWalk(request) ? Rewrite.eventually(request) : request),
            Kind.BACKWARDS,
            Kind.STALE,
            Kind.BROKEN,
            Kind.FORGOTTEN,
            Kind.DUPLICATED),

    /** A strong load asks any replica. */
    EVENTUAL_LOADS(
            () -> Rewrite.asking(request -> Rewrite.isWalk(request) ? request : Rewrite.eventually(request)),
            Kind.STALE,
            Kind.VANISHED,
            Kind.REVIVED,
            Kind.BROKEN),

    /** A restart raises the epoch and leaves the old log open. */
    NO_SEAL(
            () -> Rewrite.asking(request -> Rewrite.transaction(
                    request,
                    action ->
                            action.put() != null && Rewrite.isSeal(action.put().item()) ? null : action)),
            Kind.REVIVED,
            Kind.STALE),

    /** A turn is stored whether or not the place is free. */
    NO_CONDITION(
            () -> Rewrite.asking(Rewrite.puts(
                    "TURN#",
                    put -> put.toBuilder()
                            .conditionExpression(null)
                            .returnValuesOnConditionCheckFailure((String) null)
                            .build())),
            Kind.TWO_IN_ONE_PLACE,
            Kind.LOST,
            Kind.REVIVED),

    /** A marker is written over whatever it finds. */
    NO_CONDITION_ON_MARKERS(
            () -> Rewrite.asking(Rewrite.puts(
                    "MARK",
                    put -> put.toBuilder()
                            .conditionExpression(null)
                            .expressionAttributeValues(null)
                            .returnValuesOnConditionCheckFailure((String) null)
                            .build())),
            Kind.DUPLICATED),

    /** A session that is taken over keeps the epoch of the one before. */
    SAME_EPOCH(
            () -> Rewrite.asking(Rewrite.puts(
                    "META",
                    put -> put.expressionAttributeValues().containsKey(":epoch")
                            ? with(put, "epoch", fromN("1")).toBuilder()
                                    .conditionExpression(
                                            put.conditionExpression().replace("epoch < :epoch", ":epoch > :now"))
                                    .build()
                            : put)),
            Kind.BACKWARDS,
            Kind.OPENED_TWICE,
            Kind.REVIVED,
            Kind.PHANTOM),

    /** A session is taken over whether or not it has expired. */
    TAKEN_OVER_ALIVE(
            () -> Rewrite.asking(Rewrite.puts("META", Defect::regardlessOfTime)), Kind.VANISHED, Kind.OPENED_TWICE),

    /** What has expired is shown until it is deleted. */
    SHOWN_UNTIL_DELETED(
            () -> Rewrite.reading(
                    answer -> Rewrite.head(Rewrite.head(answer, "expires_at", 1_000_000), "ends_at", 1_000_000)),
            Kind.REVIVED,
            Kind.HOLE,
            Kind.TWO_IN_ONE_PLACE,
            Kind.UNFOUNDED),

    /** Turns may be deleted as soon as they are stored. */
    TTL_FROM_THE_FIRST_DAY(
            () -> Rewrite.asking(Rewrite.puts("TURN#", put -> with(put, "ttl", fromN("1790000000")))),
            Kind.HOLE,
            Kind.LOST,
            Kind.ACKNOWLEDGED_BUT_MISSING,
            Kind.BROKEN,
            Kind.TWO_IN_ONE_PLACE),

    /** Now and then a turn is acknowledged before it is stored, and then the process forgets it. */
    ACKNOWLEDGED_TOO_EARLY(
            () -> {
                AtomicInteger puts = new AtomicInteger();
                return (call, next) -> call.request() instanceof PutItemRequest put
                                && Rewrite.isOf("TURN#", put.item())
                                && puts.incrementAndGet() % 40 == 0
                        ? PutItemResponse.builder().build()
                        : next.answer(call);
            },
            Kind.ACKNOWLEDGED_BUT_MISSING,
            Kind.TWO_IN_ONE_PLACE,
            Kind.STALE),

    /** The payload's digest covers the time of the attempt. */
    DIGEST_OF_TOO_MUCH(
            () -> Rewrite.asking(Rewrite.puts(
                    "TURN#",
                    put -> put.item().containsKey("payload")
                            ? with(
                                    put,
                                    "payload",
                                    fromB(SdkBytes.fromUtf8String(put.item()
                                            .getOrDefault("at", fromN("0"))
                                            .n())))
                            : put)),
            Kind.FALSE_MISMATCH),

    /** Of a page of turns, one is overlooked at times. */
    OVERLOOKED_TURN(
            () -> {
                AtomicInteger pages = new AtomicInteger();
                return (call, next) -> {
                    var answer = next.answer(call);
                    boolean load = call.request() instanceof QueryRequest query && query.projectionExpression() == null;
                    if (load
                            && answer instanceof QueryResponse page
                            && page.count() > 2
                            && pages.incrementAndGet() % 5 < 4) {
                        var items = new ArrayList<>(page.items());
                        items.remove(0);
                        return page.toBuilder().items(items).count(items.size()).build();
                    }
                    return answer;
                };
            },
            Kind.STALE,
            Kind.HOLE,
            Kind.BROKEN),

    /** The turns of a batch are stored one by one, and the process dies in between at times. */
    BATCH_IN_PIECES(
            () -> {
                AtomicInteger batches = new AtomicInteger();
                return (call, next) -> {
                    boolean batch = call.request() instanceof TransactWriteItemsRequest transaction
                            && transaction.transactItems().stream().allMatch(Defect::isTurn);
                    if (!batch || batches.incrementAndGet() % 3 > 0) {
                        return next.answer(call);
                    }
                    next.answer(call.with(Rewrite.first((TransactWriteItemsRequest) call.request())));
                    throw Refusals.internalServerError();
                };
            },
            Kind.TORN);

    private final Supplier<Law> law;
    private final Set<Kind> shownBy;

    Defect(Supplier<Law> law, Kind... shownBy) {
        this.law = law;
        this.shownBy = Set.of(shownBy);
    }

    /** A law that makes the memory behave as if it had the defect; a new one for each episode. */
    Law law() {
        return law.get();
    }

    /** By which broken promises it may be found first. */
    Set<Kind> shownBy() {
        return shownBy;
    }

    private static Put regardlessOfTime(Put put) {
        if (!put.expressionAttributeValues().containsKey(":now")) {
            return put;
        }
        Map<String, AttributeValue> values = new HashMap<>(put.expressionAttributeValues());
        values.remove(":now");
        return put.toBuilder()
                .conditionExpression(put.conditionExpression().replace("expires_at <= :now", "attribute_exists(v)"))
                .expressionAttributeValues(values)
                .build();
    }

    private static boolean isTurn(TransactWriteItem action) {
        return action.put() != null && action.put().item().containsKey("turn_id");
    }
}
