package dojo.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

class FaultSettingsTest {

    @Test
    void an_iterator_can_be_expired_before_its_time() {
        try (Faulty scene = new Faulty(
                FaultRule.of(Fault.EXPIRED_ITERATOR).table(Faulty.TABLE).nth(2))) {
            var streams = scene.lab.streams();
            String stream = scene.lab
                    .backstage()
                    .describeTable(describe -> describe.tableName(Faulty.TABLE))
                    .table()
                    .latestStreamArn();
            String shard = streams.describeStream(describe -> describe.streamArn(stream))
                    .streamDescription()
                    .shards()
                    .get(0)
                    .shardId();
            String iterator = streams.getShardIterator(get ->
                            get.streamArn(stream).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();

            streams.getRecords(get -> get.shardIterator(iterator));
            assertThatThrownBy(() -> streams.getRecords(get -> get.shardIterator(iterator)))
                    .isInstanceOf(ExpiredIteratorException.class)
                    .hasMessageContaining("15 minutes");
            streams.getRecords(get -> get.shardIterator(iterator));
        }
    }

    @Test
    void a_bad_day_knows_every_fault_and_both_moments() {
        FaultSettings chaos = FaultSettings.chaos();

        assertThat(chaos.rules().stream().map(FaultRule::fault).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Fault.values()));
        assertThat(chaos.rules().stream().map(FaultRule::when)).contains(Moment.values());
    }

    @Test
    void a_good_day_is_better_than_what_the_service_promises() {
        double failing = FaultSettings.real().rules().stream()
                .filter(rule -> rule.fault() != Fault.SLOW)
                .mapToDouble(rule -> rule.probability().orElse(1.0))
                .sum();

        // 99.99 % of the requests succeed: https://aws.amazon.com/dynamodb/sla/
        assertThat(failing).isPositive().isLessThan(0.0001);
    }

    @Test
    void a_rule_that_could_never_do_what_it_says_is_refused_with_a_remedy() {
        refused(
                () -> FaultRule.of(Fault.SLOW).on("putItem"),
                "No operation is called 'putItem'. Write it as the API does, such as PutItem.");
        refused(
                () -> FaultRule.of(Fault.PARTIAL_BATCH).on("PutItem"),
                "partial-batch happens only to BatchGetItem and BatchWriteItem, never to PutItem. Leave the operation out.");
        refused(
                () -> FaultRule.of(Fault.EXPIRED_ITERATOR).key("a"),
                "GetRecords names no key, so expired-iterator with key 'a' would never happen. Leave the key out.");
        refused(() -> FaultRule.of(Fault.SLOW).nth(0), "nth is 0, and counting starts at 1.");
        refused(() -> FaultRule.of(Fault.SLOW).every(-2), "every is -2, and counting starts at 1.");
        refused(() -> FaultRule.of(Fault.SLOW).probability(1.5), "A probability of 1.5 is none.");
        refused(() -> FaultRule.of(Fault.SLOW).probability(Double.NaN), "A probability of NaN is none.");
        refused(
                () -> FaultRule.of(Fault.SLOW).nth(1).every(2),
                "one of nth, every and probability, and this one has 2");
        refused(() -> FaultRule.lostAnswer(Fault.PARTIAL_BATCH), "partial-batch has no moment. Leave it out.");
        refused(() -> FaultRule.of(Fault.SLOW).share(0.5), "Only a partial-batch has a share, not slow.");
        refused(() -> FaultRule.of(Fault.PARTIAL_BATCH).share(1), "A share of 1.0 leaves no part of a batch.");
        refused(
                () -> FaultRule.of(Fault.CONNECTION_RESET).taking(Duration.ZERO, Duration.ofSeconds(1)),
                "Only slow and no-answer take time, not connection-reset.");
        refused(
                () -> FaultRule.of(Fault.SLOW).taking(Duration.ofSeconds(2), Duration.ofSeconds(1)),
                "at-least PT2S is longer than at-most PT1S. Swap them.");
        refused(
                () -> FaultRule.of(Fault.SLOW).taking(Duration.ofSeconds(-2), Duration.ofSeconds(1)),
                "at-least is PT-2S. Give a time from 0 to 1 h.");
    }

    private static void refused(ThrowingCallable making, String sentence) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(sentence);
    }
}
