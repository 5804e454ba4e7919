package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTermsTest {

    private static final Question BLUE =
            question("q01-blue", "ttl, hot-partition", "Read `LastEvaluatedKey` and `Once`.");
    private static final Question RED = question("q02-red", "scan", "`UnprocessedItems` of `Scan`.");

    @TempDir
    Path folder;

    @Test
    void topics_are_spelled_as_names_are_and_names_count_if_they_are_in_two_places() throws IOException {
        Path chapter = Files.writeString(
                folder.resolve("pages.adoc"), "[#in-pages]\n== In pages\n\nA page ends with `LastEvaluatedKey`.\n");

        IndexTerms terms = IndexTerms.of(List.of(BLUE, RED), List.of(chapter));

        assertThat(terms.places().keySet()).containsExactly("Hot partitions", "LastEvaluatedKey", "Scans", "TTL");
        assertThat(terms.places().get("LastEvaluatedKey")).containsExactlyInAnyOrder("q01-blue", "in-pages");
        assertThat(terms.chapter())
                .contains("=== H", "Hot partitions::\n<<q01-blue>>\n", "=== L", "Scans::\n<<q02-red>>\n");
        assertThat(terms.attributes())
                .containsEntry("index-of-q01-blue", "(((Hot partitions)))(((LastEvaluatedKey)))(((TTL)))")
                .containsEntry("index-of-in-pages", "(((LastEvaluatedKey)))");
    }

    private static Question question(String id, String topics, String answer) {
        return QuestionFile.parse(
                Path.of(id + ".adoc"),
                List.of("= Which?", ":id: " + id, ":topics: " + topics, "", "== Answer", "", answer));
    }
}
