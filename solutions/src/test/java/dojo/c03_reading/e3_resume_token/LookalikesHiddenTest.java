package dojo.c03_reading.e3_resume_token;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Two sessions, of which the name of one begins with the name of the other. */
@WithLab
@WithTable
class LookalikesHiddenTest {
    private final LabTable table;
    private final History history;

    LookalikesHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        history = new History(ddb, table.name(), new Seal("a secret of all servers"));
    }

    @Test
    void a_session_whose_name_begins_alike_is_another(Seed seed, Inputs inputs) {
        String mine = inputs.given("session asked for", "s-" + seed.random().nextInt(1, 9));
        String other = inputs.given("session of the token", mine + seed.random().nextInt(1, 9));
        for (String session : new String[] {mine, other}) {
            World.say(table.backstage(), table.name(), session, IntStream.rangeClosed(1, 9));
        }
        Reply.Page first = (Reply.Page) history.page(Ask.newestFirst(other, 3), Optional.empty());

        assertThat(history.page(Ask.newestFirst(mine, 3), first.next()))
                .as("reply for %s with a token of %s", mine, other)
                .isEqualTo(new Reply.Refused());
    }
}
