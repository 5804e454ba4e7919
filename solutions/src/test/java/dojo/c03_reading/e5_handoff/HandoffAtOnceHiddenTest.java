package dojo.c03_reading.e5_handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every copy of an item but the first is a minute behind, and eventually consistent reads meet no other. */
@WithLab(laws = """
                [replication]
                leader-share = 0.0
                follower-lag-median = "1 min"
                follower-lag-tail = "2 min"
                """)
@WithTable
class HandoffAtOnceHiddenTest {
    @Test
    void the_turn_that_asked_for_a_human_is_there(DynamoDbClient ddb, LabTable table) {
        Handoff handoff = new Handoff(ddb, table.name());
        World.say(ddb, table.name(), "s-80", IntStream.rangeClosed(1, 6), 180);
        handoff.store("s-80", World.summary(1, 4));
        Dossier dossier = handoff.dossier("s-80");

        assertThat(dossier.summary()).as("summary just stored").contains(World.summary(1, 4));
        assertThat(dossier.turns())
                .as("turns just said")
                .extracting(Turn::number)
                .containsExactly(5, 6);
    }
}
