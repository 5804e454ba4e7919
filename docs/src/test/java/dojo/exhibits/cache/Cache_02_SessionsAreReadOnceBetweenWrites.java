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
class Cache_02_SessionsAreReadOnceBetweenWrites {

    private static final int READS = 30;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A chat that is read once after each message finds only its head in a"
                    + " cache: its history was forgotten with the write. What everybody reads is found nearly always.");

    @Test
    void a_shared_history_is_found_and_a_chat_is_not(DynamoDbClient ddb, LabTable table) {
        var chat = new CachedSessions(ddb, table.name(), CacheSettings.usual());
        Position end = chat.create("s-42");
        for (int number = 0; number < READS; number++) {
            end = chat.say(end, number);
            assertThat(chat.load("s-42")).isEqualTo(Math.min(number + 1, 20));
        }

        var shared = new CachedSessions(ddb, table.name(), CacheSettings.usual());
        shared.say(shared.create("s-welcome"), 0);
        for (int number = 0; number < READS; number++) {
            assertThat(shared.load("s-welcome")).isEqualTo(1);
        }

        assertThat(chat.hitsOfHundred()).isLessThan(50);
        assertThat(shared.hitsOfHundred()).isGreaterThan(90);
        EXHIBIT.modelled("loads", READS);
        EXHIBIT.modelled("hits-of-hundred-in-a-chat", chat.hitsOfHundred());
        EXHIBIT.modelled("hits-of-hundred-if-shared", shared.hitsOfHundred());
    }
}
