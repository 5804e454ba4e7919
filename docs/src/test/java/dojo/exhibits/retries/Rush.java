package dojo.exhibits.retries;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Plot;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.time.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;

/** Twelve shops that send three orders each at the same moment, and retry in a way of their own. */
final class Rush {

    static final int ORDERS = 36;
    private static final int ATTEMPTS = 8;

    private final Lab lab;
    private final LabTable table;
    private final DynamoDbClient ddb;
    private final TreeMap<Long, Integer> refusals = new TreeMap<>();

    Rush(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
        ddb = Traffic.on(lab).client();
    }

    /** Runs all shops to their end; returns how many orders are stored. */
    int run(long seed, Pause pause) {
        Instant start = lab.clock().instant();
        Pause noted = (attempt, random) -> {
            refusals.merge(Duration.between(start, lab.clock().instant()).toMillis(), 1, Integer::sum);
            return pause.before(attempt, random);
        };
        Scenario scenario = Scenario.on(lab.clock(), seed).atMost(Duration.ofMinutes(5));
        for (int i = 0; i < 12; i++) {
            int shop = i;
            Random random = new Random(seed * 1_000 + shop);
            scenario.task("shop " + shop, () -> {
                for (int order = 0; order < ORDERS / 12; order++) {
                    send(shop, order, noted, random);
                }
            });
        }
        scenario.run();
        return table.items().size();
    }

    /** Puts the refusals of each stretch of time into a chart, up to the last one. */
    Plot refusals(Plot chart, Duration stretch) {
        long step = stretch.toMillis();
        for (long from = 0; from <= refusals.lastKey(); from += step) {
            int refused = refusals.subMap(from, from + step).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            chart.at(from, refused);
        }
        return chart;
    }

    // tag::retry[]
    private void send(int shop, int order, Pause pause, Random random) {
        var id = fromS("ORDER#%02d-%02d".formatted(shop, order));
        var item = Map.of("PK", fromS("SHOP#hot"), "SK", id);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                ddb.putItem(put -> put.tableName(table.name()).item(item));
                return;
            } catch (ThrottlingException refused) {
                lab.clock().pass(pause.before(attempt + 1, random));
            }
        }
    }
    // end::retry[]

    /** How long to wait before an attempt. */
    interface Pause {
        Duration before(int attempt, Random random);
    }

    // tag::backoff[]
    /** Below a ceiling that doubles: those refused together return apart. */
    static Duration fullJitter(int attempt, Random random) {
        long ceiling = Math.min(20_000, 500L << (attempt - 2));
        return Duration.ofMillis(random.nextLong(ceiling));
    }
    // end::backoff[]
}
