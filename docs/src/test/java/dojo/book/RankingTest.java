package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingTest {

    private static final Question BLUE = question("q01-blue", "");
    private static final Question RED = question("q02-red", ":evening: 1");
    private static final Question GREEN = question("q03-green", "");

    @TempDir
    Path folder;

    @Test
    void an_evening_comes_first_and_then_topics_in_their_order() throws IOException {
        Ranking ranking = ranking("Leaves\n  q03-green\nSky\n  q01-blue q02-red\n  q09-unwritten\n");

        assertThat(ranking.groups(List.of(BLUE, RED, GREEN)))
                .containsExactly(
                        new Ranking.Group("The first evening", List.of(RED)),
                        new Ranking.Group("Leaves", List.of(GREEN)),
                        new Ranking.Group("Sky", List.of(BLUE)));
        assertThat(ranking.problems(List.of(BLUE, RED, GREEN))).isEmpty();
    }

    @Test
    void a_question_that_has_no_place_is_a_problem() throws IOException {
        assertThat(ranking("Sky\n  q01-blue\n").problems(List.of(BLUE, GREEN)))
                .extracting(Problem::what)
                .containsExactly("q03-green has no place");
    }

    private Ranking ranking(String text) throws IOException {
        return Ranking.read(Files.writeString(folder.resolve("ranking.txt"), text));
    }

    private static Question question(String id, String evening) {
        return QuestionFile.parse(Path.of(id + ".adoc"), List.of("= Which?", ":id: " + id, evening));
    }
}
