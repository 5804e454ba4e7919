package dojo.workbench.golf;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.golf.RightAnswer.Whose;
import dojo.workbench.screen.Approved;
import dojo.workbench.screen.Line;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersViewTest {
    private static final Path ROOT = root();
    private static final Exercise EXERCISE =
            Catalogue.read(ROOT).find("find_one").orElseThrow();
    private static final List<RightAnswer> ANSWERS = List.of(
            answer(Whose.OURS, "ours", "", new Bill(1, 0.5, 0), List.of("Query")),
            answer(
                    Whose.ALTERNATIVE,
                    "response_id_in_the_key",
                    "The response id stands in the key behind the position: a retry meets itself.",
                    new Bill(1, 0.5, 1),
                    List.of("UpdateItem")),
            answer(Whose.YOURS, "yours, no. 1", "", new Bill(40, 20, 0), Collections.nCopies(40, "GetItem")),
            answer(Whose.YOURS, "yours, no. 2", "", new Bill(2, 12_500, 0), List.of("Scan", "Query")));

    private static Path root() {
        try {
            return Path.of(
                    AnswersViewTest.class.getResource("/fixture-catalogue").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RightAnswer answer(Whose whose, String name, String idea, Bill bill, List<String> sent) {
        Optional<Path> folder = whose == Whose.YOURS
                ? Optional.empty()
                : Optional.of(ROOT.resolve("solutions/src/also-right/java/dojo/c01_reading/e1_find_one")
                        .resolve(name));
        return new RightAnswer(whose, name, idea, bill, sent, folder);
    }

    @Test
    void right_answers_stand_beside_each_other() {
        Approved.windows("answers", (columns, rows) -> AnswersView.lines(EXERCISE, ANSWERS, ROOT, columns));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 200})
    void every_window_holds_every_bill(int width) {
        List<Line> lines = AnswersView.lines(EXERCISE, ANSWERS, ROOT, width);

        String text = String.join("\n", lines.stream().map(Line::text).toList());
        assertThat(text).contains("12,500", "$140,000", "yours, no. 1", "itself.");
        assertThat(lines.stream().map(Line::text).filter(line -> !line.contains("/")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }
}
