package dojo.exhibits.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.WithLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@WithLab
class Local_01_OnlyLocalIndexReadsStrongly {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "A strongly consistent query is answered by a local index and refused by a global one with the same key.");

    @Test
    void the_global_index_refuses_what_the_local_one_answers(Lab lab) {
        var scene = new Scene(lab);

        var local = scene.query("local", query -> query.consistentRead(true));
        var refused = catchThrowableOfType(
                DynamoDbException.class, () -> scene.query("global", query -> query.consistentRead(true)));

        assertThat(local.count()).isEqualTo(Scene.TICKETS);
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        EXHIBIT.measured("tickets", local.count());
        EXHIBIT.measured("error", refused.awsErrorDetails().errorCode());
    }
}
