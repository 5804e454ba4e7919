package dojo.lab.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs {@link Sample}, a test class that is no test of ours, and looks at what JUnit says. */
class LabExtensionTest {

    @Test
    void a_test_within_its_costs_passes_and_what_was_set_up_before_is_not_counted() {
        EngineExecutionResults results = run(selectMethod(Sample.class, "one_request"));

        results.testEvents().assertStatistics(events -> events.succeeded(1).failed(0));
        assertThat(report(results)).containsEntry("dojo.requests", "1").containsEntry("dojo.priced", "true");
    }

    @Test
    void a_test_that_costs_more_fails_with_both_sums() {
        EngineExecutionResults results =
                run(selectMethod(Sample.class, "two_requests_where_one_is_allowed", Inputs.class));

        assertThat(failure(results))
                .isInstanceOf(CostsExceeded.class)
                .hasMessage("The outcome is right, the price is not: 2 requests where 1 would do.");
    }

    @Test
    void a_test_that_fails_by_itself_is_not_told_about_costs() {
        EngineExecutionResults results = run(selectMethod(Sample.class, "wrong_and_dear"));

        assertThat(failure(results)).isNotInstanceOf(CostsExceeded.class).hasMessage("wrong");
    }

    @Test
    void inputs_seed_and_requests_are_reported() {
        EngineExecutionResults results =
                run(selectMethod(Sample.class, "two_requests_where_one_is_allowed", Inputs.class));

        assertThat(report(results))
                .containsEntry("dojo.inputs", "key = SESSION#s-3")
                .containsEntry("dojo.seed", "77");
        assertThat(report(results).getOrDefault("dojo.trace", "").lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("GetItem"));
    }

    @Test
    void each_test_has_a_table_of_its_own_and_leaves_none_behind() {
        Sample.tables.clear();

        run(selectClass(Sample.class));

        assertThat(Sample.tables).hasSize(3).doesNotHaveDuplicates();
        assertThat(Sample.tablesLeft).isEmpty();
    }

    @Test
    void a_table_that_the_test_dropped_itself_is_no_failure() {
        run(selectClass(DropsItsTable.class)).testEvents().assertStatistics(events -> events.succeeded(1));
    }

    @Test
    void under_laws_each_test_has_a_lab_of_its_own_with_the_seed_of_the_run_on_a_virtual_clock() {
        UnderLaws.labs.clear();

        run(selectClass(UnderLaws.class)).testEvents().assertStatistics(events -> events.succeeded(2));

        assertThat(UnderLaws.labs).hasSize(2).doesNotHaveDuplicates().allSatisfy(lab -> {
            assertThat(lab.laws().seed()).isEqualTo(77);
            assertThat(Laws.names().stream().filter(lab.laws()::holds)).containsExactly("pace");
            assertThat(lab.clock()).isInstanceOf(VirtualClock.class);
        });
    }

    /** As the workbench runs checks: with a lab opened ahead for the run, which has no laws. */
    @Test
    void under_laws_a_lab_given_for_the_whole_run_is_left_alone() {
        UnderLaws.labs.clear();
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();

        try (Lab given = Lab.open();
                LauncherSession session = LauncherFactory.openSession(config)) {
            session.getStore().put(Namespace.create("dojo.lab"), "lab", given);
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(UnderLaws.class))
                            .build());

            assertThat(UnderLaws.labs).hasSize(2).doesNotContain(given);
            assertThat(given.meter().total().requests()).isZero();
        }
    }

    @Test
    void laws_with_a_mistake_name_its_line_and_the_test_class() {
        assertThat(failure(run(selectClass(Misspelt.class))))
                .hasMessageContaining("the laws of Misspelt:1")
                .hasMessageContaining("pacee");
    }

    @Test
    void laws_of_one_line_are_no_name_of_a_file() {
        assertThat(failure(run(selectClass(OneLine.class)))).hasMessageContaining("the laws of OneLine:1");
        assertThat(failure(run(selectClass(NoSuchLaws.class))))
                .hasMessageContaining("chaoss")
                .hasMessageContaining("off, real, chaos");
    }

    private static EngineExecutionResults run(DiscoverySelector selector) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("dojo.seed", "77")
                .selectors(selector)
                .execute();
    }

    private static Map<String, String> report(EngineExecutionResults results) {
        return results.testEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class))
                .findFirst()
                .orElseThrow()
                .getKeyValuePairs();
    }

    private static Throwable failure(EngineExecutionResults results) {
        Event failed = results.testEvents().failed().stream().findFirst().orElseThrow();
        return failed.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    @WithLab
    static class Sample {

        static final List<String> tables = new ArrayList<>();
        static List<String> tablesLeft = List.of();

        private final DynamoDbClient ddb;
        private final LabTable table;

        Sample(DynamoDbClient ddb, LabTable table) {
            this.ddb = ddb;
            this.table = table;
        }

        @BeforeEach
        void set_up() {
            tables.add(table.name());
            read();
        }

        @AfterEach
        void look(Lab lab) {
            tablesLeft = lab.backstage().listTables().tableNames().stream()
                    .filter(name -> !name.equals(table.name()))
                    .toList();
        }

        @Test
        @Costs(requests = 1)
        void one_request() {
            read();
        }

        @Test
        @Costs(requests = 1)
        void two_requests_where_one_is_allowed(Inputs inputs) {
            inputs.given("key", "SESSION#s-3");
            read();
            read();
        }

        @Test
        @Costs(requests = 1)
        void wrong_and_dear() {
            read();
            read();
            throw new AssertionError("wrong");
        }

        private void read() {
            ddb.getItem(get -> get.tableName(table.name())
                    .key(Map.of("PK", AttributeValue.fromS("SESSION#s-3"), "SK", AttributeValue.fromS("META"))));
        }
    }

    @WithLab(laws = """
                    [pace]
                    read = "10 ms"
                    jitter = 0
                    """)
    static class UnderLaws {

        static final List<Lab> labs = new ArrayList<>();

        private final DynamoDbClient ddb;
        private final LabTable table;

        UnderLaws(DynamoDbClient ddb, LabTable table) {
            this.ddb = ddb;
            this.table = table;
        }

        @Test
        @Costs(requests = 1)
        void the_clock_shows_what_a_read_took(Lab lab) {
            labs.add(lab);
            Instant begun = lab.clock().instant();
            ddb.getItem(get -> get.tableName(table.name())
                    .key(Map.of("PK", AttributeValue.fromS("SESSION#s-3"), "SK", AttributeValue.fromS("META"))));
            assertThat(Duration.between(begun, lab.clock().instant())).isEqualTo(Duration.ofMillis(10));
        }

        @Test
        void nothing_remains_of_another_test(Lab lab) {
            labs.add(lab);
            assertThat(lab.backstage().listTables().tableNames()).containsExactly(table.name());
        }
    }

    @WithLab(laws = """
                    [pacee]
                    jitter = 0
                    """)
    static class Misspelt {

        @Test
        void never_runs(Lab lab) {
            assertThat(lab).isNotNull();
        }
    }

    @WithLab(laws = "[pacee]")
    static class OneLine extends Misspelt {}

    @WithLab(laws = "chaoss")
    static class NoSuchLaws extends Misspelt {}

    @WithLab
    static class DropsItsTable {

        @Test
        void drops(DynamoDbClient ddb, LabTable table) {
            ddb.deleteTable(drop -> drop.tableName(table.name()));
        }
    }
}
