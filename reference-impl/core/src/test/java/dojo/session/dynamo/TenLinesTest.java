package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.WithLab;
import dojo.session.Context;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a newcomer copies from the README, and the proof that it says the same. */
@WithLab
class TenLinesTest {
    @Test
    void a_conversation_is_stored_and_loaded_in_ten_lines(Lab lab, DynamoDbClient client) {
        String table = lab.newTableName();
        // tag::ten-lines[]
        SessionTable.create(client, table);
        SessionMemory memory = DynamoSessionMemory.on(client, table);

        Position at = memory.create(NewSession.of("s-42")).positionOrThrow();
        at = memory.append(at, Turn.user("m-1", "Is it out?")).positionOrThrow();
        at = memory.append(at, Turn.assistant("m-2", "Yes, today.")).positionOrThrow();

        SessionId session = SessionId.of("s-42");
        Context context = memory.load(session, Window.latest(20)).contextOrThrow();
        // end::ten-lines[]
        assertThat(context.turns())
                .extracting(stored -> stored.turn().text())
                .containsExactly("Is it out?", "Yes, today.");
        assertThat(context.tail()).isEqualTo(at);
        lab.backstage().deleteTable(drop -> drop.tableName(table));
    }

    @Test
    void the_readme_shows_these_very_lines() throws IOException {
        List<String> test = Files.readAllLines(Path.of("src/test/java/dojo/session/dynamo/TenLinesTest.java"));
        List<String> snippet =
                test.subList(index(test, "tag::ten-lines[]") + 1, index(test, "end::ten-lines[]")).stream()
                        .map(String::strip)
                        .toList();
        List<String> readme = Files.readAllLines(Path.of("../README.md"));
        int start = readme.indexOf("```java") + 1;

        assertThat(readme.subList(start, start + snippet.size())).isEqualTo(snippet);
        assertThat(readme.get(start + snippet.size())).isEqualTo("```");
        assertThat(snippet.stream().filter(line -> !line.isEmpty())).hasSizeLessThanOrEqualTo(10);
    }

    private static int index(List<String> lines, String mark) {
        return lines.indexOf("        // " + mark);
    }
}
