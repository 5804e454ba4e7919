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
    private static final Question DARK = question("q05-dark", "");

    @TempDir
    Path folder;

    @Test
    void questions_are_in_the_order_of_the_file_and_stand_once() throws IOException {
        Ranking ranking = ranking("""
                The first evening
                  q02-red
                Leaves
                  q09-unwritten q03-green
                Sky
                  q05-dark q01-blue
                  q02-red
                """);

        assertThat(ranking.groups(List.of(BLUE, RED, GREEN, DARK)))
                .containsExactly(
                        new Ranking.Group("The first evening", List.of(RED)),
                        new Ranking.Group("Leaves", List.of(GREEN)),
                        new Ranking.Group("Sky", List.of(DARK, BLUE)));
        assertThat(ranking.problems(List.of(BLUE, RED, GREEN, DARK))).isEmpty();
    }

    @Test
    void a_question_that_has_no_place_is_a_problem() throws IOException {
        assertThat(ranking("Sky\n  q01-blue\n").problems(List.of(BLUE, GREEN)))
                .extracting(Problem::what)
                .containsExactly("q03-green has no place");
    }

    @Test
    void an_evening_is_the_same_in_the_file_and_in_the_header() throws IOException {
        assertThat(ranking("The second evening\n  q01-blue\nSky\n  q01-blue q02-red\n")
                        .problems(List.of(BLUE, RED)))
                .extracting(Problem::what)
                .containsExactly(
                        "q01-blue has evening 0 in its header, and 2 here (0 is none)",
                        "q02-red has evening 1 in its header, and 0 here (0 is none)");
    }

    private Ranking ranking(String text) throws IOException {
        return Ranking.read(Files.writeString(folder.resolve("ranking.txt"), text));
    }

    private static Question question(String id, String evening) {
        return QuestionFile.parse(Path.of(id + ".adoc"), List.of("= Which?", ":id: " + id, evening));
    }
}
