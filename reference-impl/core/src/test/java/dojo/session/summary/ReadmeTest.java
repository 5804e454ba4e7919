package dojo.session.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.SessionMemory;
import dojo.session.dynamo.DynamoSessionMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** What the README shows of summaries, compiled and run. */
@WithLab
class ReadmeTest {
    @Test
    void the_lines_of_the_readme_run(DynamoDbClient client, LabTable table) throws IOException {
        SessionMemory memory = DynamoSessionMemory.on(client, table.name());
        List<Record> records = List.of();
        // tag::summaries[]
        Summaries summaries = Summaries.in(memory, Trigger.every(20).orTokens(4_000), new KeySentences(700));
        SummaryConsumer consumer = SummaryConsumer.of(summaries);

        List<TurnWritten> turns =
                records.stream().map(TurnWritten::of).flatMap(Optional::stream).toList();
        SummaryConsumer.Answer answer = consumer.consume(turns);
        // end::summaries[]
        assertThat(answer.failures()).isEmpty();

        List<String> test = Files.readAllLines(Path.of("src/test/java/dojo/session/summary/ReadmeTest.java"));
        String shown = words(String.join(
                "\n",
                test.subList(
                        test.indexOf("        // tag::summaries[]") + 1, test.indexOf("        // end::summaries[]"))));
        assertThat(words(Files.readString(Path.of("../README.md")))).contains(shown);
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }
}
