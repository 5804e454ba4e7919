package dojo.lab.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs {@link Sample}, whose Query reads five items of about 1 KB: 8 KB, so 1 read unit. */
class PredictionTest {

    @Test
    void what_was_measured_is_right_and_shows_where_the_units_went() {
        Events events = answered("page=1.0");

        assertThat(events.succeeded().count()).isEqualTo(1);
        assertThat(report(events).get("dojo.exhibit"))
                .startsWith("page        predicted 1, measured 1 read unit\n            Query ")
                .contains("five turns, 8 KB");
    }

    @Test
    void a_wrong_number_is_named_by_the_belief_behind_it() {
        assertThat(message(answered("page=2.5"))).isEqualTo("page: 2.5 is the price of five reads one by one.");
    }

    @Test
    void the_right_number_is_never_given_away() {
        Events events = answered("page=2.5");

        assertThat(report(events)).containsOnlyKeys("dojo.question");
    }

    @Test
    void a_number_that_nobody_believes_in_gets_a_nudge() {
        assertThat(message(answered("page=7"))).startsWith("page: 7 is not it. Write down what is touched");
        assertThat(message(answered("page=0.8"))).contains("Read units come in halves");
    }

    @Test
    void the_third_guess_is_met_with_patience() {
        assertThat(message(answered("page=7\npage.earlier=9"))).doesNotContain("noted");
        assertThat(message(answered("page=7\npage.earlier=9, 3")))
                .contains("That was number 3 for page, after 9, 3.")
                .contains("take a hint");
    }

    @Test
    void earlier_predictions_stand_beside_the_right_one() {
        assertThat(report(answered("page=1\npage.earlier=9, 3")).get("dojo.exhibit"))
                .startsWith("page        predicted 1 (after 9, 3), measured 1 read unit");
    }

    @Test
    void what_is_missing_or_no_number_is_said() {
        assertThat(message(answered(""))).isEqualTo("page is not answered yet; predict first.");
        assertThat(message(answered("page=1 RU"))).contains("write 1 alone");
    }

    @Test
    void mistakes_are_reported_for_the_gate_once_the_answer_is_right() {
        assertThat(report(answered("page=1")))
                .containsEntry("dojo.mistakes", "2.5 is the price of five reads one by one");
    }

    private static Events answered(String answers) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("dojo.answers", answers)
                .selectors(selectClass(Sample.class))
                .execute()
                .testEvents();
    }

    private static Map<String, String> report(Events events) {
        return events.reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .findFirst()
                .orElseThrow();
    }

    private static String message(Events events) {
        Event failed = events.failed().stream().findFirst().orElseThrow();
        Throwable thrown = failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
        assertThat(thrown).isInstanceOf(PredictionMissed.class);
        return String.valueOf(thrown.getMessage());
    }

    @WithLab
    static class Sample {
        private final DynamoDbClient ddb;
        private final LabTable table;

        Sample(DynamoDbClient ddb, LabTable table) {
            this.ddb = ddb;
            this.table = table;
            table.putAll(IntStream.range(0, 5)
                    .mapToObj(turn -> Map.of(
                            "PK", AttributeValue.fromS("SESSION#s-1"),
                            "SK", AttributeValue.fromS("TURN#" + turn),
                            "text", AttributeValue.fromS("x".repeat(1_000))))
                    .toList());
        }

        @Test
        void five_turns_are_one_page(Predictions predictions) {
            predictions
                    .of("page")
                    .readUnits(() -> ddb.query(query -> query.tableName(table.name())
                            .keyConditionExpression("PK = :pk")
                            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("SESSION#s-1")))))
                    .mistake(2.5, "is the price of five reads one by one")
                    .because("five turns, 8 KB")
                    .judge();
        }
    }
}
