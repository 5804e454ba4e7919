package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Keys.string;

import dojo.session.Redacted;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.dynamo.RemoveContent.Removed;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Overwrites what a turn said, in its place: the place is never freed, and id and hash stay, so that a late retry of the
 * turn finds it there and does not store it once more.
 *
 * <p>The item is written anew from what is known of it, so nothing else that it held survives.
 */
final class RedactTurn {
    private static final int ATTEMPTS = 5;

    private final String table;
    private final Home home;
    private final RemoveContent content;

    RedactTurn(String table, Home home, RemoveContent content) {
        this.table = table;
        this.content = content;
        this.home = home;
    }

    Work<Redacted> redact(SessionId session, long number, String replacement) {
        Objects.requireNonNull(
                replacement, "A replacement is needed, got null: pass what is shown instead, or remove the turn.");
        Sizes.check(Turn.user("replacement", replacement));
        return of(session, number, Optional.of(replacement));
    }

    Work<Redacted> remove(SessionId session, long number) {
        return of(session, number, Optional.empty());
    }

    private Work<Redacted> of(SessionId session, long number, Optional<String> replacement) {
        if (number < 1) {
            throw new IllegalArgumentException("Turns are numbered from 1, got " + number
                    + ": pass the number that a load or a transcript shows.");
        }
        return new ReadMeta(table).of(session, true).then(meta -> {
            if (meta.isEmpty()) {
                return Work.billed(Redacted.Absent::new);
            }
            return home.isOf(meta.get())
                    ? Work.repeat(1, attempt -> attempt(meta.get(), number, replacement, attempt))
                    : home.refuse(meta.get());
        });
    }

    private Work<Step<Integer, Redacted>> attempt(Meta meta, long number, Optional<String> replacement, int attempt) {
        AttributeValue key = Keys.turn(meta.partOf(number - 1).epoch(), number);
        return get(meta, key).then(item -> {
            Optional<Slot> slot = item.map(Items::slot);
            if (slot.isEmpty() || slot.get().isSeal()) {
                return Work.billed(bill -> Work.finished(new Redacted.NoSuchTurn(bill)));
            }
            if (slot.get().kind() == Kind.REMOVED) {
                return replacement.isPresent()
                        ? Work.billed(bill -> Work.finished(new Redacted.NoSuchTurn(bill)))
                        : summaries(meta, number);
            }
            // Content elsewhere goes first: a call that crashes in between leaves a turn that still says where it was.
            Work<Removed> outside = Form.isOutside(item.get())
                    ? content.of(meta.session(), slot.get().epoch(), number)
                    : Work.done(new Removed(0, 0));
            return outside.then(gone -> Work.ask(put(overwritten(item.get(), replacement))))
                    .then(done -> summaries(meta, number))
                    .on(
                            ConditionalCheckFailedException.class,
                            changed -> attempt < ATTEMPTS
                                    ? Work.pause(attempt).map(rested -> Work.again(attempt + 1))
                                    : Work.failed(changed));
        });
    }

    private Work<Optional<Map<String, AttributeValue>>> get(Meta meta, AttributeValue sortKey) {
        GetItemRequest get = GetItemRequest.builder()
                .tableName(table)
                .key(Map.of("PK", Keys.session(meta.session()), "SK", sortKey))
                .consistentRead(true)
                .build();
        return Work.ask(get).map(answer -> answer.hasItem() ? Optional.of(answer.item()) : Optional.empty());
    }

    // tag::redact[]
    private PutItemRequest put(Map<String, AttributeValue> item) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("turn_id = :turn AND payload = :payload AND attribute_not_exists(kind)")
                .expressionAttributeValues(Map.of(":turn", item.get("turn_id"), ":payload", item.get("payload")))
                .build();
    }
    // end::redact[]

    private static Map<String, AttributeValue> overwritten(
            Map<String, AttributeValue> turn, Optional<String> replacement) {
        Map<String, AttributeValue> item = new HashMap<>();
        for (String kept : List.of("PK", "SK", "v", "ttl", "turn_id", "payload", "at", "listed")) {
            if (turn.containsKey(kept)) {
                item.put(kept, turn.get(kept));
            }
        }
        replacement.ifPresentOrElse(
                text -> {
                    item.put("role", turn.get("role"));
                    item.put("text", string(text));
                    item.put("tokens", number(Turn.user("replacement", text).tokens()));
                },
                () -> item.put("kind", string(Kind.REMOVED.name())));
        return item;
    }

    /** A summary knows what came before its own turns from the one before it: so all later ones may quote this turn. */
    private Work<Step<Integer, Redacted>> summaries(Meta meta, long number) {
        return Work.repeat(new Emptied(List.of(), Map.of()), so -> more(meta, number, so))
                .then(spans -> Work.billed(bill -> Work.finished(new Redacted.Done(spans, bill))));
    }

    private record Emptied(List<Redacted.Span> spans, Map<String, AttributeValue> next) {}

    private Work<Step<Emptied, List<Redacted.Span>>> more(Meta meta, long number, Emptied before) {
        Keys.Range all = Keys.all("SUMMARY");
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .expressionAttributeValues(
                        Map.of(":pk", Keys.session(meta.session()), ":first", all.first(), ":last", all.last()))
                .consistentRead(true);
        if (!before.next().isEmpty()) {
            query.exclusiveStartKey(before.next());
        }
        return Work.ask(query.build()).then(page -> {
            List<Map<String, AttributeValue>> telling = page.items().stream()
                    .filter(item ->
                            meta.isIn(Keys.epoch(Items.text(item, "SK"))) && Items.whole(item, "to_turn") >= number)
                    .toList();
            List<Redacted.Span> spans = new ArrayList<>(before.spans());
            telling.forEach(
                    item -> spans.add(new Redacted.Span(Items.whole(item, "from_turn"), Items.whole(item, "to_turn"))));
            return Work.repeat(0, i -> empty(telling, i))
                    .map(done -> page.hasLastEvaluatedKey()
                            ? Work.again(new Emptied(spans, page.lastEvaluatedKey()))
                            : Work.finished(spans));
        });
    }

    /** Range and inputs stay: the next summary follows this one, and a redelivery of this one is recognised. */
    private Work<Step<Integer, Boolean>> empty(List<Map<String, AttributeValue>> summaries, int i) {
        if (i == summaries.size()) {
            return Work.done(Work.finished(true));
        }
        if (summaries.get(i).containsKey("kind")) {
            return Work.done(Work.again(i + 1));
        }
        Map<String, AttributeValue> item = new HashMap<>(summaries.get(i));
        item.put("text", string(""));
        item.put("kind", string(Kind.REMOVED.name()));
        return Work.ask(PutItemRequest.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression("attribute_exists(PK) AND attribute_not_exists(kind)")
                        .build())
                .map(done -> Work.<Integer, Boolean>again(i + 1))
                .on(ConditionalCheckFailedException.class, done -> Work.done(Work.again(i + 1)));
    }
}
