package dojo.session.dynamo;

import static dojo.session.dynamo.Keys.string;

import dojo.session.CustomerId;
import dojo.session.Metadata;
import dojo.session.NewSession;
import dojo.session.Role;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.StoredTurn.Loss;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What each item looks like, in both directions.
 *
 * <p>Three attributes speak of time to come, all in epoch seconds. {@code expires_at} on META is when the session ends,
 * and every read and write obeys it; activity moves it forward, but never beyond {@code ends_at}. {@code ttl} is when
 * DynamoDB may begin to delete an item, which happens later and in any order. It counts from {@code ends_at}, because
 * turns are never touched again when the session is extended: they outlive it by the retention, so that no place in a
 * log becomes free while a late retry may come, and META outlives the turns, because it holds the epoch.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">AWS: time to live</a>
 */
final class Items {
    private static final Duration META_OUTLIVES = Duration.ofDays(7);

    private Items() {}

    /** Where a turn was stored, for a writer who asks by its id. */
    record Marker(long epoch, long position, SdkBytes payload) {}

    static Map<String, AttributeValue> marker(Token place, Turn turn, Instant until) {
        long kept = until.plusNanos(999_999_999).getEpochSecond();
        return Map.of(
                "PK", Keys.session(place.session()),
                "SK", Keys.marker(turn.id()),
                "v", number(ItemVersions.OTHERS),
                "epoch", number(place.epoch()),
                "position", number(place.position()),
                "payload", AttributeValue.fromB(Payload.hash(turn)),
                "kept_until", number(kept),
                "ttl", number(kept + Upkeep.RETRY_HORIZON.toSeconds()));
    }

    static Marker marker(Map<String, AttributeValue> item) {
        checkVersion(item);
        return new Marker(whole(item, "epoch"), whole(item, "position"), bytes(item, "payload"));
    }

    static Meta newMeta(NewSession wish, long epoch, Instant now, Upkeep upkeep, String home) {
        Life life = Life.begun(wish, now, upkeep);
        Metadata none = Metadata.none(now.toEpochMilli());
        return new Meta(wish.id(), epoch, wish.customer(), wish.requestId(), now, life, home, List.of(), none, epoch);
    }

    static Map<String, AttributeValue> item(Meta meta) {
        Map<String, AttributeValue> item = new HashMap<>(Keys.meta(meta.session()));
        item.put("v", number(ItemVersions.META));
        item.put("epoch", number(meta.epoch()));
        item.put("request_id", string(meta.requestId()));
        item.put("created_at", number(meta.createdAt().toEpochMilli()));
        item.put("expires_at", number(meta.life().expires()));
        item.put("ends_at", number(meta.life().ends()));
        item.put("idle", number(meta.life().idle()));
        item.put("active_at", number(meta.life().active()));
        item.put("ttl", number(metaTtl(meta.life().kept())));
        // The first epoch is the time of creation, unless the clock was behind the epoch of the session before.
        if (meta.born() != meta.createdAt().toEpochMilli()) {
            item.put("born", number(meta.born()));
        }
        if (!meta.home().isEmpty()) {
            item.put("home", string(meta.home()));
        }
        meta.customer().ifPresent(customer -> {
            // A guest's item must lack these: a NULL in an index key is refused, a shared value would be a hot key.
            item.put("GSI1PK", Keys.customer(customer));
            item.put("GSI1SK", number(meta.life().active()));
            item.put("customer_id", string(customer.value()));
        });
        return item;
    }

    static Meta meta(SessionId session, Map<String, AttributeValue> stored) {
        Map<String, AttributeValue> item = ItemVersions.current(stored);
        return new Meta(
                session,
                whole(item, "epoch"),
                Optional.ofNullable(item.get("customer_id"))
                        .map(AttributeValue::s)
                        .map(CustomerId::of),
                text(item, "request_id"),
                Instant.ofEpochMilli(whole(item, "created_at")),
                life(item),
                textOr(item, "home", ""),
                Segment.parse(textOr(item, "earlier", "")),
                metadata(item),
                whole(item, item.containsKey("born") ? "born" : "created_at"));
    }

    /** The first revision is not stored; it is the time of creation, so that those of the next session are later. */
    static Metadata metadata(Map<String, AttributeValue> meta) {
        return new Metadata(
                whole(meta, meta.containsKey("revision") ? "revision" : "created_at"),
                maybe(meta, "title"),
                maybe(meta, "preview"),
                maybe(meta, "status"),
                maybe(meta, "intent"),
                map(meta, "page"),
                map(meta, "attributes"));
    }

    static Optional<String> maybe(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    static AttributeValue map(Map<String, String> texts) {
        Map<String, AttributeValue> values = new HashMap<>();
        texts.forEach((name, value) -> values.put(name, string(value)));
        return AttributeValue.fromM(values);
    }

    private static Map<String, String> map(Map<String, AttributeValue> item, String name) {
        Map<String, String> texts = new HashMap<>();
        if (item.containsKey(name)) {
            item.get(name).m().forEach((key, value) -> texts.put(key, value.s()));
        }
        return texts;
    }

    /** META goes last: it holds the epoch, which a session of the same id must exceed. */
    static long metaTtl(long kept) {
        return kept + META_OUTLIVES.toSeconds();
    }

    private static Life life(Map<String, AttributeValue> meta) {
        return new Life(
                whole(meta, "expires_at"),
                whole(meta, "ends_at"),
                whole(meta, "ttl") - META_OUTLIVES.toSeconds(),
                whole(meta, "active_at"),
                whole(meta, "idle"),
                meta.containsKey("GSI1PK"));
    }

    static Map<String, AttributeValue> item(Token place, Turn turn, Instant now) {
        Map<String, AttributeValue> item = new HashMap<>(place(place));
        item.put("turn_id", string(turn.id().value()));
        item.put("payload", AttributeValue.fromB(Payload.hash(turn)));
        item.put("role", string(turn.role().name()));
        item.put("text", string(turn.text()));
        item.put("tokens", number(turn.tokens()));
        item.put("at", number(now.toEpochMilli()));
        if (!turn.attributes().isEmpty()) {
            item.put("attributes", map(turn.attributes()));
        }
        return item;
    }

    /** The item that occupies the place after the last turn, so that an abandoned log takes no more. */
    static Map<String, AttributeValue> seal(Token place) {
        Map<String, AttributeValue> item = new HashMap<>(place(place));
        item.put("kind", string(Kind.SEAL.name()));
        return item;
    }

    /** The seal of a log that goes on in another Region. */
    static Map<String, AttributeValue> seal(Token place, String movedTo) {
        Map<String, AttributeValue> item = seal(place);
        item.put("moved_to", string(movedTo));
        return item;
    }

    private static Map<String, AttributeValue> place(Token place) {
        return Map.of(
                "PK", Keys.session(place.session()),
                "SK", Keys.turn(place.epoch(), place.position()),
                "v", number(ItemVersions.OTHERS),
                "ttl", number(place.life().kept()));
    }

    static Slot slot(Map<String, AttributeValue> item) {
        checkVersion(item);
        return new Slot(
                Keys.epoch(text(item, "SK")),
                Keys.position(text(item, "SK")),
                kind(item),
                Optional.ofNullable(item.get("turn_id")).map(AttributeValue::s).map(TurnId::of),
                Optional.ofNullable(item.get("payload")).map(AttributeValue::b),
                Optional.ofNullable(item.get("moved_to")).map(AttributeValue::s));
    }

    static Kind kind(Map<String, AttributeValue> item) {
        // The first seals did not say what they are.
        return maybe(item, "kind").map(Kind::valueOf).orElse(item.containsKey("turn_id") ? Kind.TURN : Kind.SEAL);
    }

    /** Reads a turn whose content is in its item: ask {@link Contents#whole} first. */
    static StoredTurn turn(Map<String, AttributeValue> item) {
        checkVersion(item);
        Turn turn = new Turn(
                TurnId.of(text(item, "turn_id")),
                new Role(text(item, "role")),
                text(item, "text"),
                (int) whole(item, "tokens"),
                map(item, "attributes"));
        Instant at = Instant.ofEpochMilli(whole(item, "at"));
        Optional<Loss> loss = maybe(item, Contents.LOSS).map(Loss::valueOf);
        return new StoredTurn(Keys.position(text(item, "SK")), at, turn, loss);
    }

    static Map<String, AttributeValue> item(Meta meta, Summary summary) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "PK", Keys.session(meta.session()),
                "SK", Keys.summary(meta.epoch(), summary.to()),
                "v", number(ItemVersions.OTHERS),
                "from_turn", number(summary.from()),
                "to_turn", number(summary.to()),
                "text", string(summary.text()),
                "at", number(summary.at().toEpochMilli()),
                "ttl", number(meta.life().kept())));
        summary.origin().ifPresent(origin -> {
            item.put("inputs", string(origin.inputs()));
            item.put("model", string(origin.model()));
            item.put("prompt", string(origin.prompt()));
        });
        return item;
    }

    /** @param log any position of the log that the summary belongs to */
    static Summary summary(Token log, Map<String, AttributeValue> item) {
        checkVersion(item);
        Summary summary = new Summary(
                whole(item, "from_turn"),
                whole(item, "to_turn"),
                text(item, "text"),
                Instant.ofEpochMilli(whole(item, "at")));
        return item.containsKey("inputs")
                ? summary.of(new Summary.Origin(
                        log.at(summary.to()), text(item, "inputs"), text(item, "model"), text(item, "prompt")))
                : summary;
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** All kinds but META have one version yet, so there is nothing to change. */
    static void checkVersion(Map<String, AttributeValue> item) {
        ItemVersions.current(item);
    }

    static long whole(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(present(item, name).n());
    }

    static SdkBytes bytes(Map<String, AttributeValue> item, String name) {
        return present(item, name).b();
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return present(item, name).s();
    }

    static String textOr(Map<String, AttributeValue> item, String name, String otherwise) {
        AttributeValue value = item.get(name);
        return value == null ? otherwise : value.s();
    }

    static AttributeValue present(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("Item " + where(item) + " has no attribute \"" + name
                    + "\": it was written by other code; remove it or give it another key.");
        }
        return value;
    }

    private static String where(Map<String, AttributeValue> item) {
        return item.get("PK") + " " + item.get("SK");
    }
}
