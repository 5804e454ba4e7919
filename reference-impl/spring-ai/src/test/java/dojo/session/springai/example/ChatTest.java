package dojo.session.springai.example;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.client.ChatClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs the example, and holds the README to it. */
@WithLab
class ChatTest {
    private static final Path EXAMPLE = Path.of("src/test/java/dojo/session/springai/example/Chat.java");

    @Test
    void the_seller_remembers_and_so_does_one_in_another_process(DynamoDbClient client, LabTable table) {
        ChatClient seller = new Chat(client, table.name()).seller("Yes, today.", "12 euro.");
        ChatClient elsewhere = new Chat(client, table.name()).seller("You are welcome.");

        assertThat(Chat.ask(seller, "s-42", "Is volume 3 out?")).isEqualTo("Yes, today. [1 messages read]");
        assertThat(Chat.ask(seller, "s-42", "What is it?")).isEqualTo("12 euro. [3 messages read]");
        assertThat(Chat.ask(elsewhere, "s-42", "Thanks!")).isEqualTo("You are welcome. [5 messages read]");
        assertThat(table.items("SESSION#s-42")).hasSize(1 + 6);
    }

    @Test
    void it_has_at_most_forty_lines_and_the_readme_shows_some_of_them() throws IOException {
        List<String> example = Files.readAllLines(EXAMPLE);
        assertThat(example).hasSizeLessThanOrEqualTo(40);

        String readme = Files.readString(Path.of("../README.md"));
        int method = example.indexOf("    ChatClient seller(String... script) {");
        String shown = String.join("\n", example.subList(method, method + 6)).indent(-4);
        assertThat(readme).contains("```java\n" + shown + "```");
    }
}
