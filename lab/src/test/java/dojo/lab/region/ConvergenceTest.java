package dojo.lab.region;

import static dojo.lab.region.Globe.EUROPE;
import static dojo.lab.region.Globe.HOME;
import static dojo.lab.region.Globe.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Laws;
import dojo.lab.region.RegionSettings.Mode;
import dojo.lab.time.Scenario;
import dojo.lab.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in between: in the end all Regions hold the same, and of each item what was written last. */
@Timeout(120)
class ConvergenceTest {

    private static final List<String> ALL = List.of(HOME, WEST, EUROPE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void all_regions_end_with_the_latest_write_of_each_item(long seed) {
        RegionSettings settings = RegionSettings.of(HOME, WEST, EUROPE).allTables(Mode.EVENTUAL);
        try (Globe globe = Globe.of(settings.lag(Duration.ofMillis(50), Duration.ofSeconds(3)))) {
            Random random = new Random(seed);
            Map<String, String> last = new HashMap<>();
            Map<String, Instant> when = new HashMap<>();
            for (int step = 0; step < 600; step++) {
                // Never two writes at one instant: which is the later one is known here without asking the lab.
                globe.wait(Duration.ofMillis(1 + random.nextInt(400)));
                disturb(globe, random);
                String region = ALL.get(random.nextInt(3));
                String id = "item-" + random.nextInt(8);
                Instant now = globe.lab.clock().instant();
                if (random.nextInt(3) > 0) {
                    globe.put(region, id, "step " + step);
                    last.put(id, "step " + step);
                    when.put(id, now);
                } else if (globe.notes(region).containsKey(id)) {
                    globe.delete(region, id);
                    last.remove(id);
                    when.put(id, now);
                }
            }
            ALL.forEach(globe.regions::rejoin);
            for (String from : ALL) {
                ALL.stream().filter(to -> !to.equals(from)).forEach(to -> globe.regions.resume(from, to));
            }
            for (String from : ALL) {
                ALL.stream().filter(to -> !to.equals(from)).forEach(to -> globe.regions.drain(from, to));
            }

            assertThat(when).hasSize(8);
            for (String region : ALL) {
                assertThat(globe.notes(region)).isEqualTo(last);
                assertThat(globe.regions.unreplicated(region)).isEmpty();
            }
        }
    }

    private static void disturb(Globe globe, Random random) {
        String from = ALL.get(random.nextInt(3));
        String to = ALL.get((ALL.indexOf(from) + 1 + random.nextInt(2)) % 3);
        switch (random.nextInt(40)) {
            case 0 -> globe.regions.pause(from, to);
            case 1, 2 -> globe.regions.resume(from, to);
            case 3 -> globe.regions.isolate(from);
            case 4, 5 -> globe.regions.rejoin(from);
            // Longer than the version of a deleted item is kept when nothing is under way.
            case 6 -> globe.wait(Duration.ofMinutes(5));
            default -> {}
        }
    }

    @Test
    void deleted_items_are_not_remembered_for_ever() {
        try (Globe globe = Globe.ofTwo()) {
            Versions versions = globe.regions.law(EUROPE).versions();
            globe.put(HOME, "a", "1");
            globe.delete(HOME, "a");
            globe.wait(Duration.ofMinutes(2));
            assertThat(versions.deleted(Globe.TABLE)).hasSize(1);
            globe.put(HOME, "b", "1");
            globe.wait(Duration.ofSeconds(2));
            assertThat(versions.deleted(Globe.TABLE)).isEmpty();
        }
    }

    @Test
    void a_deleted_item_is_remembered_as_long_as_an_older_write_may_arrive() {
        try (Globe globe = Globe.ofTwo()) {
            globe.put(HOME, "a", "1");
            globe.wait(Duration.ofSeconds(1));
            globe.regions.pause(HOME, EUROPE);
            globe.put(HOME, "a", "2");
            globe.wait(Duration.ofSeconds(1));
            globe.delete(EUROPE, "a");
            globe.wait(Duration.ofHours(5));
            globe.put(EUROPE, "other", "1");
            globe.wait(Duration.ofHours(5));
            globe.regions.resume(HOME, EUROPE);
            globe.wait(Duration.ofSeconds(5));

            assertThat(globe.notes(EUROPE)).containsOnlyKeys("other");
            assertThat(globe.notes(HOME)).containsOnlyKeys("other");
        }
    }

    @Test
    void the_same_seed_has_the_same_trace_with_tasks_in_both_regions() {
        List<String> first = tracedRun(7);
        for (int run = 0; run < 20; run++) {
            assertThat(tracedRun(7)).isEqualTo(first);
        }
        // The table, 4 x 8 writes that arrive in the other Region, and the items in the end.
        assertThat(first).hasSize(34);
        Set<List<String>> others = new HashSet<>();
        for (long seed = 0; seed < 5; seed++) {
            others.add(tracedRun(seed));
        }
        assertThat(others).hasSize(5);
    }

    private static List<String> tracedRun(long seed) {
        RegionSettings settings = RegionSettings.of(HOME, EUROPE).allTables(Mode.EVENTUAL);
        try (Globe globe = Globe.empty(Laws.off().with(settings).seed(seed))) {
            globe.client(HOME).createTable(Globe.table().build());
            Scenario scenario = Scenario.on((VirtualClock) globe.lab.clock(), seed);
            for (int t = 0; t < 4; t++) {
                String region = t % 2 == 0 ? HOME : EUROPE;
                String text = "task " + t;
                scenario.task(text, () -> {
                    for (int i = 0; i < 8; i++) {
                        globe.put(region, "item-" + i % 3, text + " " + i);
                        globe.lab.clock().pass(Duration.ofMillis(250));
                    }
                });
            }
            scenario.run();
            globe.regions.drain(HOME, EUROPE);
            globe.regions.drain(EUROPE, HOME);
            List<String> lines = new ArrayList<>();
            globe.lab.trace().lines().forEach(line -> lines.add(line.toString()));
            lines.add(globe.notes(HOME).toString());
            assertThat(globe.notes(HOME)).isEqualTo(globe.notes(EUROPE));
            return lines;
        }
    }
}
