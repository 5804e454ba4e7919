package dojo.c08_hot_partitions.e1_find_the_hot_key;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.capacity.CapacityLaw;
import dojo.lab.capacity.HeatLine;
import dojo.lab.capacity.MinuteMetrics;
import dojo.lab.capacity.TopKey;
import dojo.lab.junit.Answers;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Lets the same morning pass once, and looks for itself; a failure says what an answer names, never what it should be. */
@WithLab(laws = World.LAWS)
@WithTable(
        globalIndexes =
                @GlobalIndex(
                        name = "GSI1-customer-sessions",
                        partitionKey = "GSI1PK",
                        sortKey = "GSI1SK",
                        sortKeyType = ScalarAttributeType.N))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FindTheHotKeyTest {
    private static final String NUMBER = "[0-9]{1,3}([.,][0-9]+)?";
    private static final double NEAR_ENOUGH = 5;

    private final Lab lab;
    private final Answers answers;

    FindTheHotKeyTest(Lab lab, LabTable table, Answers answers) {
        this.lab = lab;
        this.answers = answers;
        World.traffic(Traffic.on(lab).client(), table.name(), lab.clock()::advance);
    }

    @Test
    @Order(1)
    void the_limit_that_was_hit_is_named_by_its_throttling_reason() {
        String cause = metrics().causes().keySet().iterator().next();
        String right = "Index" + cause.replace("ThrottleEvents", "Exceeded");
        String found = given("reason");

        assertThat(found.equals(right) ? "right" : "reason is not " + found + ". " + aboutReason(found, right))
                .isEqualTo("right");
    }

    @Test
    @Order(2)
    void the_hot_key_is_the_one_that_is_refused() {
        String found = given("key");
        boolean busiestOfTheTable = busiest().hottestKey().equals(found);
        String why = busiestOfTheTable
                ? "It is the busiest key of the table, and it was never refused: a busy key is not a hot one yet."
                : "Was it refused, and where?";

        assertThat(found.equals(throttled().hottestKey()) ? "right" : "key is not " + found + ". " + why)
                .isEqualTo("right");
    }

    @Test
    @Order(3)
    void its_part_of_the_traffic_is_read_from_the_heat() {
        String found = given("share").replace("%", "").strip();

        assertThat(isNear(found, partOfKey()) ? "right" : "share is not " + found + ". " + aboutShare(found))
                .isEqualTo("right");
    }

    private String aboutReason(String found, String right) {
        if (found.equals(right.replace("Index", "Table"))) {
            return "The table itself refused nothing: look at the resource behind the reason.";
        }
        if (found.endsWith("Exception")) {
            return "That is the class of the exception; its ThrottlingReasons say more.";
        }
        return found.contains("KeyRange")
                ? "Was it refused for a read or for a write?"
                : "That limit belongs to a whole table or index. Did all of its partitions refuse?";
    }

    private String aboutShare(String found) {
        return isNear(found, 1)
                ? "That is how much of its limit the partition uses, or how much of the partition the key takes."
                : "Look for the row that was throttled, and read the percentage in the column 'traffic'.";
    }

    private static boolean isNear(String percent, double part) {
        return percent.matches(NUMBER)
                && Math.abs(Double.parseDouble(percent.replace(',', '.')) - 100 * part) <= NEAR_ENOUGH;
    }

    private String given(String name) {
        String none = "no answer: type /answer " + name + " and what you found";
        return answers.get(name).map(found -> found.strip().replace("\"", "")).orElse(none);
    }

    private MinuteMetrics metrics() {
        return lab.law(CapacityLaw.class).metrics().stream()
                .filter(minute -> minute.writeThrottleEvents() > 0)
                .findFirst()
                .orElseThrow();
    }

    private HeatLine throttled() {
        return heat().stream()
                .max(Comparator.comparingLong(line -> line.heat().throttles()))
                .orElseThrow();
    }

    /** Of the partitions of the table itself. */
    private HeatLine busiest() {
        return heat().stream()
                .filter(line -> line.index().isEmpty())
                .max(Comparator.comparingDouble(line -> line.heat().writeUnits()))
                .orElseThrow();
    }

    /** Of all units that keys of the index took, from the first request on. */
    private double partOfKey() {
        List<TopKey> keys = lab.law(CapacityLaw.class).topKeys().stream()
                .filter(report -> report.index().equals(throttled().index()))
                .findFirst()
                .orElseThrow()
                .partitionKeys();
        return keys.get(0).amount() / keys.stream().mapToDouble(TopKey::amount).sum();
    }

    private List<HeatLine> heat() {
        return lab.law(CapacityLaw.class).heat();
    }
}
