package dojo.lab.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html#Streams.Enabling */
class StreamTablesTest {

    @Test
    void a_new_table_tells_its_stream() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            TableDescription table = table(scene.lab);

            assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
            // The virtual clock starts at 2026-11-01T00:00:00Z.
            assertThat(table.latestStreamLabel()).isEqualTo("2026-11-01T00:00:00.000");
            assertThat(table.latestStreamArn())
                    .isEqualTo(table.tableArn() + "/stream/2026-11-01T00:00:00.000")
                    .startsWith("arn:aws:dynamodb:");
            assertThat(scene.lab.law(StreamLaw.class).latestStreamArn(Streamed.TABLE))
                    .contains(table.latestStreamArn());
            assertThat(scene.describe().streamStatus()).isEqualTo(StreamStatus.ENABLED);
            assertThat(scene.describe().keySchema()).isEqualTo(table.keySchema());
        }
    }

    @Test
    void a_table_without_a_stream_gets_one_and_loses_it_again() {
        try (Lab lab = Lab.under(Laws.off().with(Streamed.PLAIN))) {
            lab.client().createTable(Streamed.table().build());
            assertThat(table(lab).latestStreamArn()).isNull();
            assertThat(lab.streams().listStreams().streams()).isEmpty();

            TableDescription enabled = lab.client()
                    .updateTable(stream(true, StreamViewType.KEYS_ONLY))
                    .tableDescription();
            assertThat(enabled.streamSpecification().streamEnabled()).isTrue();

            TableDescription disabled =
                    lab.client().updateTable(stream(false, null)).tableDescription();
            assertThat(disabled.streamSpecification()).isNull();
            assertThat(disabled.latestStreamArn()).isEqualTo(enabled.latestStreamArn());
            assertThat(table(lab).streamSpecification()).isNull();
        }
    }

    @Test
    void enabling_twice_and_disabling_twice_are_refused() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            assertThatThrownBy(() -> scene.lab.client().updateTable(stream(true, StreamViewType.KEYS_ONLY)))
                    .hasMessageContaining("Table already has an enabled stream: TableName: sessions");
            scene.lab.client().updateTable(stream(false, null));
            assertThatThrownBy(() -> scene.lab.client().updateTable(stream(false, null)))
                    .hasMessageContaining("Table has no stream to disable: TableName: sessions");
        }
    }

    @Test
    void a_view_type_goes_with_enabling_and_only_with_it() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            assertThatThrownBy(() -> scene.lab.client().updateTable(stream(true, null)))
                    .hasMessageContaining("UpdateViewType is required");
            assertThatThrownBy(() -> scene.lab.client().updateTable(stream(false, StreamViewType.KEYS_ONLY)))
                    .hasMessageContaining("UpdateViewType must not be specified");
            assertThatThrownBy(
                            () -> scene.lab.client().updateTable(stream(true, StreamViewType.UNKNOWN_TO_SDK_VERSION)))
                    .hasMessageContaining("failed to satisfy constraint");
        }
    }

    @Test
    void a_stream_and_something_else_are_changed_in_one_request() {
        try (Lab lab = Lab.under(Laws.off().with(Streamed.PLAIN))) {
            lab.client().createTable(Streamed.table().build());

            TableDescription changed = lab.client()
                    .updateTable(stream(true, StreamViewType.KEYS_ONLY).toBuilder()
                            .deletionProtectionEnabled(true)
                            .build())
                    .tableDescription();

            assertThat(changed.deletionProtectionEnabled()).isTrue();
            assertThat(changed.latestStreamArn()).isNotNull();
            assertThat(table(lab).billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        }
    }

    @Test
    void a_disabled_stream_can_be_read_for_24_hours_and_a_new_one_has_another_name() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            scene.put("a", "one");
            String first = scene.arn();
            scene.lab.client().updateTable(stream(false, null));
            scene.put("a", "unseen");
            scene.lab.client().updateTable(stream(true, StreamViewType.NEW_IMAGE));

            assertThat(scene.arn()).isNotEqualTo(first);
            assertThat(scene.lab.streams().listStreams().streams())
                    .extracting(Stream::streamArn)
                    .containsExactly(first, scene.arn());
            var old = DescribeStreamRequest.builder().streamArn(first).build();
            assertThat(scene.lab
                            .streams()
                            .describeStream(old)
                            .streamDescription()
                            .streamStatus())
                    .isEqualTo(StreamStatus.DISABLED);

            scene.pass(Duration.ofHours(24).minusSeconds(1));
            assertThat(scene.lab
                            .streams()
                            .describeStream(old)
                            .streamDescription()
                            .shards())
                    .allSatisfy(shard -> assertThat(shard.sequenceNumberRange().endingSequenceNumber())
                            .isNotNull());
            scene.pass(Duration.ofSeconds(1));
            assertThatThrownBy(() -> scene.lab.streams().describeStream(old))
                    .isInstanceOf(ResourceNotFoundException.class);
            assertThat(scene.lab.streams().listStreams().streams()).hasSize(1);
        }
    }

    @Test
    void the_stream_of_a_deleted_table_can_be_read_and_a_table_of_the_same_name_has_its_own() {
        try (Streamed scene = new Streamed(Streamed.PLAIN)) {
            scene.put("a", "one");
            String first = scene.arn();
            scene.lab.client().deleteTable(delete -> delete.tableName(Streamed.TABLE));

            assertThat(scene.lab
                            .streams()
                            .describeStream(DescribeStreamRequest.builder()
                                    .streamArn(first)
                                    .build())
                            .streamDescription()
                            .streamStatus())
                    .isEqualTo(StreamStatus.DISABLED);
            scene.createTable(StreamViewType.NEW_IMAGE);
            assertThat(scene.arn()).isNotEqualTo(first);
            assertThat(scene.readAll()).isEmpty();
        }
    }

    @Test
    void a_table_made_backstage_has_a_stream_of_the_lab() {
        try (Lab lab = Lab.under(Laws.off().with(Streamed.PLAIN))) {
            lab.backstage()
                    .createTable(Streamed.table()
                            .streamSpecification(StreamSpecification.builder()
                                    .streamEnabled(true)
                                    .streamViewType(StreamViewType.NEW_IMAGE)
                                    .build())
                            .build());

            assertThat(table(lab).latestStreamLabel()).isEqualTo("2026-11-01T00:00:00.000");
        }
    }

    private static TableDescription table(Lab lab) {
        return lab.client()
                .describeTable(describe -> describe.tableName(Streamed.TABLE))
                .table();
    }

    private static UpdateTableRequest stream(boolean enabled, @org.jspecify.annotations.Nullable StreamViewType view) {
        return UpdateTableRequest.builder()
                .tableName(Streamed.TABLE)
                .streamSpecification(StreamSpecification.builder()
                        .streamEnabled(enabled)
                        .streamViewType(view)
                        .build())
                .build();
    }
}
