package dojo.exhibits.ttl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@WithLab
@WithTable(timeToLive = "ttl")
class Ttl_03_ExpiredItemBlocksItsReplacement {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A condition that says \"`no such item`\" fails on an expired item; one"
                    + " that says \"`no such item, or an expired one`\" succeeds on it and still protects a live one.");

    @Test
    void an_expired_session_is_replaced_only_if_the_condition_says_so(LabTable table) {
        Instant now = Instant.now();
        var expired = Expiring.session("c-9", "s-42", now.minus(Duration.ofHours(3)));
        var fresh = Expiring.session("c-9", "s-42", now.plus(Duration.ofHours(24)));
        var sessions = new Expiring(table.backstage(), table.name());
        table.put(expired);

        Throwable plain = catchThrowable(() -> table.backstage()
                .putItem(put ->
                        put.tableName(table.name()).item(fresh).conditionExpression("attribute_not_exists(PK)")));
        sessions.create(fresh, now);
        Throwable overLive = catchThrowable(() -> sessions.create(fresh, now));

        assertThat(plain).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(table.items("CUSTOMER#c-9")).containsExactly(fresh);
        assertThat(overLive).isInstanceOf(ConditionalCheckFailedException.class);
        EXHIBIT.measured("error", plain.getClass().getSimpleName());
    }
}
