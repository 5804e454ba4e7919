package dojo.session.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.session.Bill;
import dojo.session.work.Work;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** The rules for reads, which are the same whatever becomes of writes. */
@WithLab
@WithTable(
        partitionKey = "PK",
        sortKey = "SK",
        globalIndexes = @GlobalIndex(name = "by-text", partitionKey = "text", sortKey = "SK"))
class ReadThroughTest {
    private final Rig rig;

    ReadThroughTest(Lab lab, LabTable table) {
        this.rig = new Rig(
                lab, table, CacheSettings.usual().items(Duration.ofSeconds(30)).queries(Duration.ofSeconds(5)));
        rig.writeElsewhere("p", "a", "first");
    }

    @Test
    void an_item_is_read_once_in_its_time() {
        assertThat(rig.requests(() -> rig.text("p", "a"))).isEqualTo(1);
        rig.clock.move(Duration.ofMillis(29_999));
        assertThat(rig.requests(() -> rig.text("p", "a"))).isZero();
        rig.clock.move(Duration.ofMillis(1));

        assertThat(rig.requests(() -> rig.text("p", "a"))).isEqualTo(1);
        assertThat(rig.cache.report()).isEqualTo(new ReadThrough.Report(1, 2, 1, 0));
    }

    @Test
    void a_query_is_asked_once_in_its_time() {
        assertThat(rig.requests(() -> rig.all("p"))).isEqualTo(1);
        rig.clock.move(Duration.ofMillis(4_999));
        assertThat(rig.requests(() -> rig.all("p"))).isZero();
        rig.clock.move(Duration.ofMillis(1));

        assertThat(rig.requests(() -> rig.all("p"))).isEqualTo(1);
    }

    @Test
    void a_result_keeps_its_time_though_others_are_added_to_its_partition() {
        rig.all("p");
        rig.clock.move(Duration.ofSeconds(3));
        rig.run(Work.ask(rig.query("p").limit(1).build()));
        rig.clock.move(Duration.ofSeconds(3));

        assertThat(rig.requests(() -> rig.all("p"))).isEqualTo(1);
        assertThat(rig.requests(() -> rig.run(Work.ask(rig.query("p").limit(1).build()))))
                .isZero();
    }

    @Test
    void another_process_is_seen_when_the_time_is_over() {
        rig.text("p", "a");
        rig.all("p");
        rig.writeElsewhere("p", "a", "second");
        assertThat(rig.text("p", "a")).isEqualTo("first");
        rig.clock.move(Duration.ofSeconds(5));
        assertThat(rig.all("p").items().get(0).get("text")).isEqualTo(AttributeValue.fromS("second"));
        assertThat(rig.text("p", "a")).isEqualTo("first");
        rig.clock.move(Duration.ofSeconds(25));

        assertThat(rig.text("p", "a")).isEqualTo("second");
    }

    @Test
    void what_is_not_there_is_remembered_too() {
        assertThat(rig.read("p", "none").hasItem()).isFalse();
        assertThat(rig.all("nobody").items()).isEmpty();
        rig.writeElsewhere("p", "none", "here now");

        assertThat(rig.requests(
                        () -> assertThat(rig.read("p", "none").hasItem()).isFalse()))
                .isZero();
        assertThat(rig.requests(() -> assertThat(rig.all("nobody").items()).isEmpty()))
                .isZero();
    }

    @Test
    void a_strongly_consistent_read_reaches_the_table_and_leaves_nothing() {
        rig.text("p", "a");
        rig.all("p");
        rig.writeElsewhere("p", "a", "second");

        assertThat(rig.requests(() -> assertThat(rig.run(Work.ask(
                                        rig.get("p", "a").consistentRead(true).build()))
                                .item())
                        .isEqualTo(Rig.item("p", "a", "second"))))
                .isEqualTo(1);
        assertThat(rig.requests(() ->
                        rig.run(Work.ask(rig.query("p").consistentRead(true).build()))))
                .isEqualTo(1);
        // The copies stay what they were.
        assertThat(rig.text("p", "a")).isEqualTo("first");
        assertThat(rig.cache.report().items()).isEqualTo(1);
    }

    @Test
    void a_query_is_known_by_the_whole_request() {
        rig.all("p");

        assertThat(rig.requests(() -> {
                    rig.run(Work.ask(rig.query("p").limit(5).build()));
                    rig.run(Work.ask(rig.query("p").scanIndexForward(false).build()));
                    rig.run(Work.ask(rig.query("p").projectionExpression("SK").build()));
                }))
                .isEqualTo(3);
    }

    @Test
    void a_time_limit_of_its_own_makes_no_other_question() {
        rig.all("p");

        assertThat(rig.requests(() -> rig.run(Work.ask(rig.query("p")
                        .overrideConfiguration(own -> own.apiCallTimeout(Duration.ofSeconds(2)))
                        .build()))))
                .isZero();
    }

    @Test
    void the_two_caches_know_nothing_of_each_other() {
        rig.all("p");

        assertThat(rig.requests(() -> rig.text("p", "a"))).isEqualTo(1);
    }

    @Test
    void what_cannot_be_forgotten_in_time_is_never_kept() {
        QueryRequest index = QueryRequest.builder()
                .tableName(rig.table)
                .indexName("by-text")
                .keyConditionExpression("#text = :pk")
                .expressionAttributeNames(Map.of("#text", "text"))
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("first")))
                .build();

        assertThat(rig.requests(() -> {
                    for (int i = 0; i < 2; i++) {
                        rig.run(Work.ask(index));
                        rig.run(Work.ask(
                                ScanRequest.builder().tableName(rig.table).build()));
                        rig.run(Work.ask(
                                rig.get("p", "a").projectionExpression("SK").build()));
                    }
                }))
                .isEqualTo(6);
        assertThat(rig.cache.report()).isEqualTo(new ReadThrough.Report(0, 0, 0, 0));
    }

    @Test
    void an_error_is_not_cached() {
        var missing = rig.get("p", "a").tableName("no-such-table").build();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> rig.run(Work.ask(missing))).isInstanceOf(ResourceNotFoundException.class);
        }
        assertThat(rig.cache.report().items()).isZero();
    }

    @Test
    void a_hit_is_on_no_bill() {
        rig.text("p", "a");

        Bill bill = rig.run(Work.ask(rig.get("p", "a").build()).then(answer -> Work.<Bill>billed(sum -> sum)));

        assertThat(bill).isEqualTo(Bill.ZERO);
    }

    @Test
    void everything_can_be_forgotten() {
        rig.text("p", "a");
        rig.all("p");
        rig.cache.forgetAll();

        assertThat(rig.cache.report()).isEqualTo(new ReadThrough.Report(0, 2, 0, 0));
    }
}
