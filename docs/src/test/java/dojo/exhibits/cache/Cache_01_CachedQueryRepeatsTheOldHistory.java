package dojo.exhibits.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.session.Position;
import dojo.session.cache.CacheSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
class Cache_01_CachedQueryRepeatsTheOldHistory {

    private static final int TURNS = 10;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Under the rules of DAX no write touches a cached query: a chat"
            + " loaded through such a cache does not see the turns that came after the first look.");

    @Test
    void ten_turns_later_the_context_is_as_it_was(DynamoDbClient ddb, LabTable table) {
        var rules = CacheSettings.likeDax();
        var chat = new CachedSessions(ddb, table.name(), rules);
        Position end = chat.say(chat.create("s-42"), 0);
        int first = chat.load("s-42");

        for (int number = 1; number < TURNS; number++) {
            end = chat.say(end, number);
        }
        int seen = chat.load("s-42");

        assertThat(first).isEqualTo(1);
        assertThat(seen).isEqualTo(1);
        assertThat(table.items("SESSION#s-42")).hasSizeGreaterThan(TURNS);
        EXHIBIT.modelled("turns-said", TURNS);
        EXHIBIT.modelled("turns-seen", seen);
        EXHIBIT.modelled("minutes-of-a-query", rules.queries().toMinutesPart());
    }
}
