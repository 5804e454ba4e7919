package dojo.exhibits.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.WithLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.Select;

@WithLab
class Local_02_FetchBehindTheIndexIsPaidByItem {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Asked for what it does not hold, a local index fetches each item"
            + " and charges for each, and a global one refuses.");

    @Test
    void ten_fetches_are_rounded_one_by_one(Lab lab) {
        var scene = new Scene(lab);

        double keys = scene.query("local", query -> {}).consumedCapacity().capacityUnits();
        double all = scene.query("local", query -> query.select(Select.ALL_ATTRIBUTES))
                .consumedCapacity()
                .capacityUnits();
        var refused = catchThrowableOfType(
                DynamoDbException.class, () -> scene.query("global", query -> query.select(Select.ALL_ATTRIBUTES)));

        assertThat(keys).isEqualTo(0.5);
        assertThat(all).isEqualTo(5.5);
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        EXHIBIT.measured("tickets", Scene.TICKETS);
        EXHIBIT.measured("units-of-the-keys", keys);
        EXHIBIT.measured("units-with-everything", all);
        EXHIBIT.measured("error-of-the-global-index", refused.awsErrorDetails().errorCode());
    }
}
