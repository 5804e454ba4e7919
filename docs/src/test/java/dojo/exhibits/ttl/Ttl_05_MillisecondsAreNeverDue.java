package dojo.exhibits.ttl;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Deletion six hours after expiry on average: our model. */
@WithLab(laws = """
                [expiry]
                average-lag = "6 h"
                """)
@WithTable(timeToLive = "ttl")
class Ttl_05_MillisecondsAreNeverDue {

    private static final int SESSIONS = 40;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Of sessions that expire together some are deleted hours after"
            + " others; one whose time is in milliseconds, or a string, stays.");

    @Test
    void after_six_hours_some_are_left_and_after_a_week_the_misfits(LabTable table, Lab lab) {
        lab.clock().advance(Duration.ofHours(2));
        Instant expiry = lab.clock().instant().plusSeconds(60);
        table.putAll(IntStream.range(0, SESSIONS)
                .mapToObj(i -> Expiring.session("c-9", "s-%02d".formatted(i), expiry))
                .toList());
        table.put(withTime("s-ms", fromN(String.valueOf(expiry.toEpochMilli()))));
        table.put(withTime("s-text", fromS(String.valueOf(expiry.getEpochSecond()))));

        lab.clock().advance(Duration.ofHours(6).plusSeconds(60));
        int left = table.items("CUSTOMER#c-9").size() - 2;
        lab.clock().advance(Duration.ofDays(7));
        var stay = table.items("CUSTOMER#c-9").stream()
                .map(item -> Objects.requireNonNull(item.get("SK")).s())
                .toList();

        assertThat(left).isBetween(1, SESSIONS - 1);
        assertThat(stay).containsExactly("SESSION#s-ms", "SESSION#s-text");
        EXHIBIT.modelled("sessions", SESSIONS);
        EXHIBIT.modelled("left-after-six-hours", left);
        EXHIBIT.modelled("misfits-after-a-week", stay.size());
    }

    private static Map<String, AttributeValue> withTime(String session, AttributeValue time) {
        return Map.of("PK", fromS("CUSTOMER#c-9"), "SK", fromS("SESSION#" + session), "ttl", time);
    }
}
