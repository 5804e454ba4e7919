package dojo.session.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.session.work.Work;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;

/** The rule {@link Rules#LIKE_DAX}: items are written through, queries wait for their time. */
@WithLab
@WithTable(partitionKey = "PK", sortKey = "SK")
class LikeDaxTest {
    private final Rig rig;

    LikeDaxTest(Lab lab, LabTable table) {
        this.rig = new Rig(lab, table, CacheSettings.likeDax());
        rig.writeElsewhere("p", "a", "first");
    }

    @Test
    void a_put_is_written_through_to_the_item() {
        rig.text("p", "a");
        rig.write("p", "a", "second");
        rig.write("p", "b", "new");

        assertThat(rig.requests(() -> {
                    assertThat(rig.text("p", "a")).isEqualTo("second");
                    assertThat(rig.text("p", "b")).isEqualTo("new");
                }))
                .isZero();
    }

    @Test
    void a_put_does_not_change_a_cached_query_until_its_time_is_over() {
        rig.all("p");
        rig.write("p", "b", "new");
        assertThat(rig.all("p").items()).hasSize(1);
        rig.clock.move(Duration.ofMinutes(5));

        assertThat(rig.all("p").items()).hasSize(2);
    }

    @Test
    void a_write_replaces_what_was_not_there() {
        assertThat(rig.text("p", "b")).isEmpty();
        rig.write("p", "b", "new");

        assertThat(rig.text("p", "b")).isEqualTo("new");
    }

    @Test
    void a_failed_write_leaves_the_cached_item_and_keeps_nothing_of_its_own() {
        rig.text("p", "a");
        rig.writeElsewhere("p", "a", "theirs");
        var refused = rig.put("p", "a", "mine")
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        var refusedToo = rig.put("p", "none", "mine")
                .conditionExpression("attribute_exists(PK)")
                .build();

        assertThatThrownBy(() -> rig.run(Work.ask(refused))).isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> rig.run(Work.ask(refusedToo))).isInstanceOf(ConditionalCheckFailedException.class);

        assertThat(rig.text("p", "a")).isEqualTo("first");
        assertThat(rig.text("p", "none")).isEmpty();
    }

    @Test
    void an_item_that_was_deleted_is_not_shown() {
        rig.text("p", "a");
        rig.run(Work.ask(DeleteItemRequest.builder()
                .tableName(rig.table)
                .key(Rig.key("p", "a"))
                .build()));

        assertThat(rig.text("p", "a")).isEmpty();
    }
}
