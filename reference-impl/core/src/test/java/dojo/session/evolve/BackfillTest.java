package dojo.session.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.law.Law;
import dojo.session.dynamo.SessionTable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class BackfillTest {
    private static final String TABLE = "sessions";
    private static final int ITEMS = 7;

    @Test
    void every_older_item_is_brought_along_and_the_bill_says_what_it_cost() {
        try (Lab lab = withItems(ITEMS)) {
            Backfilled done = backfill(lab, "to-2").run();

            assertThat(done.end()).isEqualTo(Backfilled.End.FINISHED);
            assertThat(done.changed()).isEqualTo(ITEMS);
            assertThat(versions(lab)).containsOnly("2").hasSize(ITEMS);
            // Reads and rewrites, and all savings but the last of each segment.
            assertThat(done.bill().writeUnits())
                    .isEqualTo(lab.meter().total().writeUnits() - 2)
                    .isGreaterThanOrEqualTo(ITEMS);
            assertThat(done.bill().atLeast()).isFalse();
        }
    }

    @Test
    void a_second_run_does_nothing_and_one_of_another_name_finds_nothing_to_do() {
        try (Lab lab = withItems(ITEMS)) {
            backfill(lab, "to-2").run();
            int mark = lab.meter().mark();

            assertThat(backfill(lab, "to-2").run().changed()).isEqualTo(ITEMS);
            assertThat(lab.meter().billSince(mark).requests())
                    .as("one look at each segment")
                    .isEqualTo(2);
            assertThat(backfill(lab, "again").run())
                    .returns(0L, Backfilled::changed)
                    .returns((long) ITEMS, Backfilled::current);
        }
    }

    @Test
    void a_crash_at_any_write_is_made_good_by_the_next_run() {
        int writes = writesOfAWholeRun();
        for (int n = 1; n <= writes; n++) {
            for (Crash.Moment moment : Crash.Moment.values()) {
                Crash crash = Crash.atWrites();
                try (Lab lab = withItems(ITEMS, crash)) {
                    crash.at(n, moment);
                    assertThatThrownBy(() -> backfill(lab, "to-2").run()).isInstanceOf(DynamoDbException.class);
                    crash.never();
                    Backfilled done = backfill(lab, "to-2").run();

                    assertThat(done.end()).isEqualTo(Backfilled.End.FINISHED);
                    assertThat(done.changed() + done.current()).isEqualTo(ITEMS);
                    assertThat(versions(lab)).containsOnly("2").hasSize(ITEMS);
                }
            }
        }
    }

    @Test
    void a_write_that_comes_between_is_kept_and_brought_along() {
        Between between = new Between();
        try (Lab lab = withItems(ITEMS, between)) {
            between.does = item -> item.put("title", AttributeValue.fromS("renamed meanwhile"));
            between.once(lab);

            assertThat(backfill(lab, "to-2").run().changed()).isEqualTo(ITEMS);
            assertThat(items(lab)).allSatisfy(item -> assertThat(item).containsKey("ends_at"));
            assertThat(items(lab)).filteredOn(item -> item.containsKey("title")).hasSize(1);
        }
    }

    @Test
    void a_newer_write_that_comes_between_is_not_overwritten() {
        Between between = new Between();
        try (Lab lab = withItems(ITEMS, between)) {
            between.does = item -> {
                item.put("v", AttributeValue.fromN("2"));
                item.put("ends_at", AttributeValue.fromN("777"));
            };
            between.once(lab);
            Backfilled done = backfill(lab, "to-2").run();

            assertThat(done.changed()).isEqualTo(ITEMS - 1);
            assertThat(done.current()).isEqualTo(1);
            assertThat(done.bill().atLeast()).as("a refusal has no figure").isTrue();
            assertThat(items(lab))
                    .filteredOn(item -> AttributeValue.fromN("777").equals(item.get("ends_at")))
                    .hasSize(1);
        }
    }

    @Test
    void an_item_that_is_deleted_meanwhile_does_not_come_back() {
        Between between = new Between();
        try (Lab lab = withItems(ITEMS, between)) {
            between.deletes = true;
            between.once(lab);

            assertThat(backfill(lab, "to-2").run().gone()).isEqualTo(1);
            assertThat(items(lab)).hasSize(ITEMS - 1);
        }
    }

    @Test
    void what_is_of_a_later_version_or_none_of_ours_is_left_and_counted() {
        try (Lab lab = withItems(3)) {
            put(lab, 7, item -> item.put("v", AttributeValue.fromN("9")));

            assertThat(backfill(lab, "to-2").run().left()).isEqualTo(Map.of("version 9", 1L));
        }
    }

    @Test
    void it_consumes_no_more_units_a_second_than_it_was_given() {
        try (Lab lab = withItems(40)) {
            Instant begun = lab.clock().instant();
            Backfilled done = backfill(lab, "to-2").run();
            double seconds = Duration.between(begun, lab.clock().instant()).toMillis() / 1_000.0;

            double units = done.bill().readUnits() + done.bill().writeUnits();
            assertThat(units / seconds).isBetween(4.5, 5.5);
        }
    }

    @Test
    void it_stops_when_the_time_is_over_and_goes_on_later() {
        try (Lab lab = withItems(40)) {
            Backfilled first = backfill(lab, "to-2").run(lab.clock().instant().plusSeconds(3));
            assertThat(first.end()).isEqualTo(Backfilled.End.PAUSED);
            assertThat(first.changed()).isBetween(4L, 30L);

            Backfilled all = backfill(lab, "to-2").run();
            assertThat(all.end()).isEqualTo(Backfilled.End.FINISHED);
            assertThat(all.changed()).isEqualTo(40);
            assertThat(all.current()).isZero();
        }
    }

    @Test
    void of_two_runs_of_one_name_one_stops_and_nothing_is_lost() {
        AtomicBoolean second = new AtomicBoolean();
        AtomicInteger changedBySecond = new AtomicInteger();
        Lab[] lab = new Lab[1];
        Law intruder = (call, next) -> {
            if (call.request() instanceof UpdateItemRequest && second.compareAndSet(false, true)) {
                Backfill other = Backfill.of(lab[0].backstage(), TABLE, "to-2", BackfillTest::toTwo, settings(lab[0]));
                changedBySecond.set((int) other.run().changed());
            }
            return next.answer(call);
        };
        try (Lab opened = withItems(ITEMS, intruder)) {
            lab[0] = opened;

            assertThat(backfill(opened, "to-2").run().end()).isEqualTo(Backfilled.End.HANDED_OVER);
            assertThat(changedBySecond).hasValue(ITEMS);
            assertThat(versions(opened)).containsOnly("2").hasSize(ITEMS);
        }
    }

    @Test
    void settings_that_cannot_work_are_refused_with_the_value() {
        assertThatThrownBy(() -> JobSettings.at(0)).hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> JobSettings.at(5).segments(0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> JobSettings.at(5).page(0)).hasMessageContaining("got 0");
        try (Lab lab = withItems(3)) {
            backfill(lab, "to-2").run();
            JobSettings other = settings(lab).segments(4);
            assertThatThrownBy(() -> Backfill.of(lab.client(), TABLE, "to-2", BackfillTest::toTwo, other)
                            .run())
                    .hasMessageContaining("begun with 2 segments, got 4");
            assertThatThrownBy(() -> Backfill.of(lab.client(), TABLE, " ", BackfillTest::toTwo, other))
                    .hasMessageContaining("has a name");
        }
    }

    private static int writesOfAWholeRun() {
        Crash count = Crash.atWrites();
        try (Lab lab = withItems(ITEMS, count)) {
            backfill(lab, "to-2").run();
            return count.seen();
        }
    }

    private static Lab withItems(int number, Law... laws) {
        Lab lab = Lab.under(Laws.off(), laws);
        lab.backstage().createTable(SessionTable.definition(TABLE));
        for (int i = 0; i < number; i++) {
            put(lab, i, item -> {});
        }
        return lab;
    }

    private static void put(Lab lab, int i, Consumer<Map<String, AttributeValue>> otherwise) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "PK", AttributeValue.fromS("SESSION#s-" + i),
                "SK", AttributeValue.fromS("META"),
                "v", AttributeValue.fromN("1"),
                "expires_at", AttributeValue.fromN(Integer.toString(1_000 + i))));
        otherwise.accept(item);
        lab.backstage().putItem(put -> put.tableName(TABLE).item(item));
    }

    private static Backfill backfill(Lab lab, String name) {
        return Backfill.of(lab.client(), TABLE, name, BackfillTest::toTwo, settings(lab));
    }

    private static JobSettings settings(Lab lab) {
        return JobSettings.at(5)
                .segments(2)
                .page(3)
                .on(lab.clock(), time -> lab.clock().pass(time));
    }

    private static Upcast.Verdict toTwo(Map<String, AttributeValue> stored) {
        String version = stored.getOrDefault("v", AttributeValue.fromN("0")).n();
        if (version.equals("2")) {
            return new Upcast.Current();
        }
        if (!version.equals("1")) {
            return new Upcast.Leave("version " + version);
        }
        Map<String, AttributeValue> after = new TreeMap<>(stored);
        after.put("v", AttributeValue.fromN("2"));
        after.computeIfAbsent("ends_at", absent -> stored.get("expires_at"));
        return new Upcast.Change(after);
    }

    private static List<Map<String, AttributeValue>> items(Lab lab) {
        return lab.backstage().scan(scan -> scan.tableName(TABLE)).items().stream()
                .filter(item -> Objects.requireNonNull(item.get("PK")).s().startsWith("SESSION#"))
                .toList();
    }

    private static List<String> versions(Lab lab) {
        return items(lab).stream()
                .map(item -> Objects.requireNonNull(item.get("v")).n())
                .toList();
    }

    /** Somebody who writes the very item that is about to be rewritten, once. */
    private static final class Between implements Law {
        private final AtomicBoolean due = new AtomicBoolean();
        private @Nullable Lab lab;
        Consumer<Map<String, AttributeValue>> does = item -> {};
        boolean deletes;

        void once(Lab here) {
            lab = here;
            due.set(true);
        }

        @Override
        public software.amazon.awssdk.awscore.AwsResponse apply(dojo.lab.law.Call call, dojo.lab.law.Next next) {
            if (call.request() instanceof UpdateItemRequest update && due.compareAndSet(true, false)) {
                DynamoDbClient backstage = Objects.requireNonNull(lab).backstage();
                if (deletes) {
                    backstage.deleteItem(delete -> delete.tableName(TABLE).key(update.key()));
                } else {
                    Map<String, AttributeValue> item = new HashMap<>(backstage
                            .getItem(get -> get.tableName(TABLE).key(update.key()))
                            .item());
                    does.accept(item);
                    backstage.putItem(put -> put.tableName(TABLE).item(item));
                }
            }
            return next.answer(call);
        }
    }
}
