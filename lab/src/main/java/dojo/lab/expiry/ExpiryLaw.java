package dojo.lab.expiry;

import dojo.lab.expiry.ExpiryQueue.Entry;
import dojo.lab.item.Cause;
import dojo.lab.item.Change;
import dojo.lab.item.ItemKey;
import dojo.lab.item.TableShapes;
import dojo.lab.law.AlsoBackstage;
import dojo.lab.law.Call;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Refusals;
import dojo.lab.law.Site;
import dojo.lab.law.TimeToLiveKeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * Deletes expired items, some time after they have expired, on the clock of the lab.
 *
 * <p>Until it is deleted an expired item is read, written and paid for like any other, and a new time in its attribute
 * rescues it. The deletion takes no write units; indexes and streams follow it as they follow any other. Safe for use
 * by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">Time to live</a>
 */
@Fidelity(
        level = Level.DOCUMENTED,
        says = "A deletion by time to live takes no write units in the Region that makes it.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html")
@Fidelity(
        level = Level.NOT_MODELLED,
        says = "The service deletes faster or slower with the load on the table; the lag here is drawn without it.")
public final class ExpiryLaw extends TimeToLiveKeeper implements AlsoBackstage {

    private static final String NAME = "expiry";

    private final ExpirySettings settings;
    private final Site site;
    private final Map<String, Setting> tables = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> deleted = new ConcurrentHashMap<>();
    private final ExpiryQueue queue = new ExpiryQueue();
    /** For when the clock was last asked to call; guarded by {@link #queue}. */
    private Instant armed = Instant.MAX;

    public ExpiryLaw(ExpirySettings settings, Site site) {
        this.settings = settings;
        this.site = site;
        site.items().journal().subscribe(this::changed);
    }

    /**
     * Has the service come across this item now.
     *
     * @return whether it was deleted; not if it has not expired, or time to live is not enabled
     */
    public boolean expireNow(String table, Map<String, AttributeValue> key) {
        ItemKey item = new ItemKey(TableShapes.name(table), key);
        return queue.of(item)
                .filter(entry -> entry.expiry().isBefore(now()))
                .map(this::delete)
                .orElse(false);
    }

    /** Deletes every item that has expired by now, and says how many. */
    public int sweep() {
        return (int) queue.expiredBefore(now()).stream().filter(this::delete).count();
    }

    /** When the next item is going to be deleted, unless it changes first. */
    public Optional<Instant> nextDue() {
        return queue.nextDue();
    }

    /** When this item is going to be deleted, unless it changes first. */
    public Optional<Instant> due(String table, Map<String, AttributeValue> key) {
        return queue.of(new ItemKey(TableShapes.name(table), key)).map(Entry::due);
    }

    /**
     * How many items of the table were deleted because they had expired, the metric {@code TimeToLiveDeletedItemCount}.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html">Metrics</a>
     */
    public long timeToLiveDeletedItemCount(String table) {
        @Nullable LongAdder count = deleted.get(TableShapes.name(table));
        return count == null ? 0 : count.sum();
    }

    @Override
    protected void change(Call call, String table, TimeToLiveSpecification wanted) {
        Instant now = now();
        Setting setting = tables.compute(table, (name, before) -> changed(before, wanted, now));
        if (setting.enabled()) {
            site.clock().at(now.plus(settings.changeTakes()), () -> enabled(table, setting));
        } else {
            site.clock().at(now.plus(settings.lingering()), () -> disabled(table, setting));
        }
        site.trace()
                .say(
                        call,
                        NAME,
                        table + ": time to live by " + setting.attribute() + " is "
                                + setting.status(now, settings).toString());
    }

    private Setting changed(@Nullable Setting before, TimeToLiveSpecification wanted, Instant now) {
        if (before != null && now.isBefore(before.changed().plus(settings.changeTakes()))) {
            throw Refusals.validation("Time to live has been modified multiple times within a fixed interval");
        }
        boolean enabled = before != null && before.enabled();
        if (before != null && enabled && !before.attribute().equals(wanted.attributeName())) {
            throw Refusals.validation("TimeToLive is active on a different AttributeName: current AttributeName is "
                    + before.attribute());
        }
        if (enabled == wanted.enabled()) {
            throw already(enabled);
        }
        return new Setting(wanted.attributeName(), wanted.enabled(), now);
    }

    @Override
    protected TimeToLiveDescription describe(String table) {
        @Nullable Setting setting = tables.get(table);
        TimeToLiveStatus status = setting == null ? TimeToLiveStatus.DISABLED : setting.status(now(), settings);
        return TimeToLiveDescription.builder()
                .timeToLiveStatus(status)
                .attributeName(setting == null || status == TimeToLiveStatus.DISABLED ? null : setting.attribute())
                .build();
    }

    @Override
    protected void forget(String table) {
        tables.remove(table);
        queue.removeTable(table);
    }

    /** Items that were there before are found, too. */
    private void enabled(String table, Setting setting) {
        if (!setting.equals(tables.get(table))) {
            return;
        }
        queue.removeTable(table);
        for (Map<String, AttributeValue> item : site.items().all(table)) {
            ItemKey key = new ItemKey(table, site.items().shape(table).keyOf(item));
            site.items()
                    .undisturbed(List.of(key), () -> schedule(key, site.items().current(key), setting));
        }
        arm();
    }

    private void disabled(String table, Setting setting) {
        if (setting.equals(tables.get(table))) {
            queue.removeTable(table);
        }
    }

    /** Called under the lock of the item. */
    private void changed(Change change) {
        @Nullable Setting setting = tables.get(change.table());
        if (setting != null && setting.deletes(now(), settings)) {
            schedule(change.itemKey(), change.after(), setting);
            arm();
        }
    }

    /** Called under the lock of the item; whether it is to be deleted. */
    private boolean schedule(ItemKey key, Map<String, AttributeValue> item, Setting setting) {
        Optional<Instant> expiry = Expiry.of(item, setting.attribute()).filter(time -> !Expiry.forgotten(time, now()));
        Optional<Entry> before = queue.of(key);
        if (before.map(Entry::expiry).equals(expiry)) {
            return before.isPresent();
        }
        queue.remove(key);
        expiry.ifPresent(time -> {
            Duration lag = settings.lag(site.dice().roll(NAME, "lag", key.canonical()));
            Instant from = time.isAfter(now()) ? time : now();
            String number =
                    Objects.requireNonNull(item.get(setting.attribute())).n();
            queue.put(new Entry(key, setting.attribute(), number, time, from.plus(lag)));
        });
        return expiry.isPresent();
    }

    /** One event for the whole queue, at the time of its first entry. */
    private void arm() {
        synchronized (queue) {
            queue.nextDue().filter(due -> due.isBefore(armed)).ifPresent(due -> {
                armed = due;
                site.clock().at(due, this::deleteDue);
            });
        }
    }

    private void deleteDue() {
        synchronized (queue) {
            armed = Instant.MAX;
        }
        // Outside of the monitor: a deletion waits for whoever writes the item, and that writer may wait for the queue.
        for (var entry = queue.takeDue(now()); entry.isPresent(); entry = queue.takeDue(now())) {
            delete(entry.get());
        }
        arm();
    }

    /** Deletes the item if it is still to expire as it was; whether it did. */
    private boolean delete(Entry entry) {
        Instant now = now();
        @Nullable Setting setting = tables.get(entry.key().table());
        if (setting == null || !setting.deletes(now, settings) || Expiry.forgotten(entry.expiry(), now)) {
            return false;
        }
        try {
            site.items().execute(deletion(entry), Cause.TIME_TO_LIVE);
        } catch (ConditionalCheckFailedException rescued) {
            site.trace().say(NAME, entry.key().words() + " was changed before it could be deleted");
            return false;
        } catch (ResourceNotFoundException gone) {
            return false;
        }
        deleted.computeIfAbsent(entry.key().table(), table -> new LongAdder()).increment();
        site.trace()
                .say(
                        NAME,
                        entry.key().words() + " is deleted, "
                                + Duration.between(entry.expiry(), now).toSeconds() + " s after it expired at "
                                + entry.expiry());
        return true;
    }

    private static DeleteItemRequest deletion(Entry entry) {
        return DeleteItemRequest.builder()
                .tableName(entry.key().table())
                .key(entry.key().attributes())
                .conditionExpression("#expiry = :then")
                .expressionAttributeNames(Map.of("#expiry", entry.attribute()))
                .expressionAttributeValues(Map.of(":then", AttributeValue.fromN(entry.number())))
                .build();
    }

    private Instant now() {
        return site.clock().instant();
    }
}
