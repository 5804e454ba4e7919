package dojo.lab.region;

import static dojo.lab.region.Globe.EUROPE;
import static dojo.lab.region.Globe.HOME;
import static dojo.lab.region.Globe.TABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Laws;
import dojo.lab.bill.Bill;
import dojo.lab.bill.ReplicationBill;
import dojo.lab.capacity.CapacitySettings;
import dojo.lab.conflict.ConflictSettings;
import dojo.lab.expiry.ExpiryLaw;
import dojo.lab.expiry.ExpirySettings;
import dojo.lab.pace.PaceSettings;
import dojo.lab.region.RegionSettings.Mode;
import dojo.lab.replication.ReplicationSettings;
import dojo.lab.stream.StreamLaw;
import dojo.lab.stream.StreamSettings;
import dojo.lab.time.Scenario;
import dojo.lab.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Several Regions under further laws: what expires in one, and who sees it in the streams. */
@Timeout(120)
class WithOtherLawsTest {

    private static final RegionSettings TWO =
            RegionSettings.of(HOME, EUROPE).allTables(Mode.EVENTUAL).lag(Duration.ofSeconds(1), Duration.ofSeconds(1));

    @Test
    void an_expired_item_is_deleted_free_of_charge_here_and_for_a_replicated_write_there() {
        try (Globe globe =
                Globe.empty(Laws.off().with(TWO).with(ExpirySettings.real()).with(StreamSettings.real()))) {
            globe.client(HOME).createTable(Globe.table().build());
            globe.client(HOME)
                    .updateTimeToLive(update -> update.tableName(TABLE)
                            .timeToLiveSpecification(
                                    setting -> setting.enabled(true).attributeName("expires")));
            globe.wait(Duration.ofHours(2));
            // 2 + 1 bytes of id, 4 + 2,000 of text, and some for the number: two units.
            Map<String, AttributeValue> note = new HashMap<>(Globe.note("a", "x".repeat(2000)));
            long now = globe.lab.clock().instant().getEpochSecond();
            note.put("expires", AttributeValue.fromN(String.valueOf(now + 60)));
            globe.client(HOME).putItem(put -> put.tableName(TABLE).item(note));
            globe.wait(Duration.ofSeconds(90));
            Bill before = globe.lab.in(HOME).meter().billSince(0);
            assertThat(globe.regions.bill(EUROPE)).isEqualTo(new ReplicationBill(1, 2, 0));

            boolean deleted = globe.lab
                    .in(HOME)
                    .law(ExpiryLaw.class)
                    .orElseThrow()
                    .expireNow(TABLE, Map.of("id", AttributeValue.fromS("a")));
            assertThat(deleted).isTrue();
            assertThat(globe.notes(HOME)).isEmpty();
            assertThat(globe.notes(EUROPE)).hasSize(1);
            globe.wait(Duration.ofSeconds(5));

            assertThat(globe.notes(EUROPE)).isEmpty();
            assertThat(globe.lab.in(HOME).meter().billSince(0)).isEqualTo(before);
            assertThat(globe.regions.bill(EUROPE)).isEqualTo(new ReplicationBill(2, 4, 0));
            assertThat(globe.regions.bill(HOME)).isEqualTo(ReplicationBill.ZERO);

            Record here = last(globe, HOME);
            assertThat(here.eventName()).isEqualTo(OperationType.REMOVE);
            assertThat(here.userIdentity().principalId()).isEqualTo("dynamodb.amazonaws.com");
            Record there = last(globe, EUROPE);
            assertThat(there.eventName()).isEqualTo(OperationType.REMOVE);
            assertThat(there.userIdentity()).isNull();
        }
    }

    @Test
    void the_stream_of_each_region_has_what_was_taken_there_and_not_what_lost() {
        try (Globe globe = Globe.empty(Laws.off().with(TWO).with(StreamSettings.real()))) {
            globe.client(HOME).createTable(Globe.table().build());
            globe.put(HOME, "a", "earlier");
            globe.wait(Duration.ofMillis(100));
            globe.put(EUROPE, "a", "later");
            globe.wait(Duration.ofSeconds(5));

            assertThat(texts(globe, HOME)).containsExactly("earlier", "later");
            assertThat(texts(globe, EUROPE)).containsExactly("later");
        }
    }

    @Test
    void under_all_laws_the_regions_agree_and_the_trace_repeats() {
        List<String> first = tracedRun();
        assertThat(tracedRun()).isEqualTo(first);
        assertThat(tracedRun()).isEqualTo(first);
        assertThat(first).anyMatch(line -> line.contains(" eu-west-1 regions: "));
    }

    private static List<String> tracedRun() {
        Laws all = Laws.off()
                .seed(11)
                .with(RegionSettings.of(HOME, EUROPE).allTables(Mode.EVENTUAL))
                .with(PaceSettings.real())
                .with(CapacitySettings.real())
                .with(ConflictSettings.real())
                .with(ExpirySettings.real())
                .with(StreamSettings.real())
                .with(ReplicationSettings.real());
        try (Globe globe = Globe.empty(all)) {
            globe.client(HOME).createTable(Globe.table().build());
            globe.wait(Duration.ofMinutes(5));
            Scenario scenario = Scenario.on((VirtualClock) globe.lab.clock(), 11);
            for (int t = 0; t < 4; t++) {
                String region = t % 2 == 0 ? HOME : EUROPE;
                String text = "task " + t;
                scenario.task(text, () -> {
                    for (int i = 0; i < 15; i++) {
                        globe.put(region, "item-" + i % 4, text + " " + i);
                        globe.lab.clock().pass(Duration.ofMillis(50));
                    }
                });
            }
            scenario.run();
            globe.regions.drain(HOME, EUROPE);
            globe.regions.drain(EUROPE, HOME);
            assertThat(globe.notes(HOME)).hasSize(4).isEqualTo(globe.notes(EUROPE));
            List<String> lines = new ArrayList<>();
            globe.lab.trace().lines().forEach(line -> lines.add(line.toString()));
            return lines;
        }
    }

    private static List<String> texts(Globe globe, String region) {
        return records(globe, region).stream()
                .map(record -> record.dynamodb()
                        .newImage()
                        .getOrDefault("text", AttributeValue.fromS(""))
                        .s())
                .toList();
    }

    private static Record last(Globe globe, String region) {
        List<Record> records = records(globe, region);
        return records.get(records.size() - 1);
    }

    private static List<Record> records(Globe globe, String region) {
        String arn = globe.lab
                .in(region)
                .law(StreamLaw.class)
                .orElseThrow()
                .latestStreamArn(TABLE)
                .orElseThrow();
        DynamoDbStreamsClient streams = globe.lab.in(region).streams();
        List<Record> records = new ArrayList<>();
        streams.describeStream(describe -> describe.streamArn(arn))
                .streamDescription()
                .shards()
                .forEach(shard -> {
                    String iterator = streams.getShardIterator(get -> get.streamArn(arn)
                                    .shardId(shard.shardId())
                                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                            .shardIterator();
                    records.addAll(streams.getRecords(get -> get.shardIterator(iterator))
                            .records());
                });
        return records;
    }
}
