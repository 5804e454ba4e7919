package dojo.lab.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

@WithLab
class TimeToLiveSettingsTest {

    private final Lab lab;
    private final LabTable table;

    TimeToLiveSettingsTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
    }

    @Test
    void a_setting_is_remembered_until_it_is_taken_back() {
        assertThat(described().timeToLiveStatusAsString()).isEqualTo("DISABLED");

        set(true);

        assertThat(described().timeToLiveStatusAsString()).isEqualTo("ENABLED");
        assertThat(described().attributeName()).isEqualTo("expires");

        set(false);

        assertThat(described().timeToLiveStatusAsString()).isEqualTo("DISABLED");
    }

    @Test
    void saying_the_same_again_is_refused_as_the_service_does() {
        set(true);

        assertThatThrownBy(() -> set(true))
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo("ValidationException"));
        set(false);
        assertThatThrownBy(() -> set(false)).isInstanceOf(DynamoDbException.class);
    }

    @Test
    void a_table_that_is_not_there_has_no_setting() {
        assertThatThrownBy(() -> lab.client().describeTimeToLive(describe -> describe.tableName("nowhere")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void the_store_is_never_told_the_attribute_that_expires() {
        List<AwsRequest> told = new ArrayList<>();
        TimeToLiveSettings law = new TimeToLiveSettings();
        UpdateTimeToLiveRequest update = UpdateTimeToLiveRequest.builder()
                .tableName("sessions")
                .timeToLiveSpecification(setting -> setting.enabled(true).attributeName("expires"))
                .build();

        AwsResponse answer =
                Next.through(List.of(law), new Listening(told)).answer(Call.arriving(1, Instant.EPOCH, update));

        assertThat(((UpdateTimeToLiveRequest) told.get(0)).timeToLiveSpecification())
                .satisfies(setting -> assertThat(setting.enabled()).isTrue())
                .satisfies(setting -> assertThat(setting.attributeName()).isNotEqualTo("expires"));
        assertThat(((UpdateTimeToLiveResponse) answer).timeToLiveSpecification())
                .isEqualTo(update.timeToLiveSpecification());
    }

    @Test
    void another_attribute_cannot_be_switched_off() {
        set(true);

        assertThatThrownBy(() -> lab.client()
                        .updateTimeToLive(update -> update.tableName(table.name())
                                .timeToLiveSpecification(
                                        setting -> setting.enabled(false).attributeName("Expires"))))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("different AttributeName");
    }

    private void set(boolean enabled) {
        lab.client()
                .updateTimeToLive(update -> update.tableName(table.name())
                        .timeToLiveSpecification(
                                setting -> setting.enabled(enabled).attributeName("expires")));
    }

    private TimeToLiveDescription described() {
        return lab.client()
                .describeTimeToLive(describe -> describe.tableName(table.name()))
                .timeToLiveDescription();
    }

    private record Listening(List<AwsRequest> told) implements Store {

        @Override
        public AwsResponse execute(AwsRequest request) {
            told.add(request);
            return UpdateTimeToLiveResponse.builder().build();
        }

        @Override
        public void close() {}
    }
}
