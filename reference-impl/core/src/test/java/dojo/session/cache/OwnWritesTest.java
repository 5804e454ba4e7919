package dojo.session.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.session.work.Work;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The rule {@link Rules#OWN_WRITES}: what this process writes, it sees. */
@WithLab
@WithTable(partitionKey = "PK", sortKey = "SK")
class OwnWritesTest {
    private final Rig rig;

    OwnWritesTest(Lab lab, LabTable table) {
        this.rig = new Rig(lab, table, CacheSettings.usual());
        for (String partition : List.of("p", "q")) {
            rig.writeElsewhere(partition, "a", "first");
            rig.text(partition, "a");
            rig.all(partition);
        }
    }

    enum Kind {
        PUT,
        UPDATE,
        DELETE,
        BATCH,
        TRANSACTION
    }

    private void write(Kind kind) {
        var key = Rig.key("p", "a");
        var put = rig.put("p", "a", "second").build();
        var delete = DeleteItemRequest.builder().tableName(rig.table).key(key).build();
        switch (kind) {
            case PUT -> rig.run(Work.ask(put));
            case DELETE -> rig.run(Work.ask(delete));
            case UPDATE ->
                rig.run(Work.ask(UpdateItemRequest.builder()
                        .tableName(rig.table)
                        .key(key)
                        .updateExpression("SET more = :more")
                        .expressionAttributeValues(Map.of(":more", put.item().get("text")))
                        .build()));
            case BATCH ->
                rig.run(Work.ask(BatchWriteItemRequest.builder()
                        .requestItems(Map.of(
                                rig.table,
                                List.of(WriteRequest.builder()
                                        .deleteRequest(one -> one.key(key))
                                        .build())))
                        .build()));
            case TRANSACTION ->
                rig.run(Work.ask(TransactWriteItemsRequest.builder()
                        .transactItems(
                                List.of(software.amazon.awssdk.services.dynamodb.model.TransactWriteItem.builder()
                                        .put(one -> one.tableName(rig.table).item(put.item()))
                                        .build()))
                        .build()));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_write_forgets_its_item_and_the_queries_of_its_partition(Kind kind) {
        write(kind);

        assertThat(rig.requests(() -> {
                    assertThat(rig.read("p", "a").item()).isNotEqualTo(Rig.item("p", "a", "first"));
                    assertThat(rig.all("p").items()).doesNotContain(Rig.item("p", "a", "first"));
                }))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void other_partitions_stay_cached(Kind kind) {
        write(kind);

        assertThat(rig.requests(() -> {
                    rig.text("q", "a");
                    rig.all("q");
                }))
                .isZero();
    }

    @Test
    void a_write_may_bring_what_was_not_there() {
        assertThat(rig.text("p", "b")).isEmpty();
        rig.write("p", "b", "new");

        assertThat(rig.text("p", "b")).isEqualTo("new");
        assertThat(rig.all("p").items()).hasSize(2);
    }

    @Test
    void a_refused_write_keeps_nothing_and_forgets_what_it_contradicts() {
        rig.writeElsewhere("p", "a", "theirs");
        var refused = rig.put("p", "a", "mine")
                .conditionExpression("attribute_not_exists(PK)")
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .build();

        assertThatThrownBy(() -> rig.run(Work.ask(refused))).isInstanceOf(ConditionalCheckFailedException.class);

        assertThat(rig.cache.report().items()).isEqualTo(1);
        assertThat(rig.text("p", "a")).isEqualTo("theirs");
        assertThat(rig.all("p").items()).containsExactly(Rig.item("p", "a", "theirs"));
    }

    @Test
    void a_session_can_be_forgotten_because_another_process_erased_it() {
        rig.writeElsewhere("SESSION#s-1", "META", "personal");
        rig.text("SESSION#s-1", "META");
        rig.all("SESSION#s-1");
        rig.elsewhere().deleteItem(delete -> delete.tableName(rig.table).key(Rig.key("SESSION#s-1", "META")));

        rig.cache.forget(rig.table, dojo.session.SessionId.of("s-1"));

        assertThat(rig.text("SESSION#s-1", "META")).isEmpty();
        assertThat(rig.all("SESSION#s-1").items()).isEmpty();
        assertThat(rig.requests(() -> rig.text("q", "a"))).isZero();
    }
}
