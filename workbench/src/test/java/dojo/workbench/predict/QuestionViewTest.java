package dojo.workbench.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.AnswerSheet;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.Approved;
import dojo.workbench.screen.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionViewTest {
    private static final Exercise PREDICTED =
            Catalogue.read(Path.of("..")).find("what_does_it_cost").orElseThrow();

    private final AnswerSheet sheet = AnswerSheet.of(PREDICTED, new LinkedHashMap<>());

    @Test
    void a_sitting_with_its_questions_looks_as_approved() throws IOException {
        sheet.note("store", "1");
        sheet.note("filter", "1.5");
        Approved.captures("questions", this::sitting);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 200})
    void no_line_is_wider_than_the_window(int width) {
        assertThat(sitting(width)).allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(width));
    }

    private List<Line> sitting(int width) {
        List<Line> lines = new ArrayList<>(QuestionView.sheet(sheet, width));
        lines.add(Line.EMPTY);
        lines.addAll(QuestionView.question(sheet, sheet.questions().get(0), width));
        lines.addAll(QuestionView.reply(new AnswerSheet.Reply.Refused("\"2 WU\" is more than a number."), width));
        lines.addAll(QuestionView.reply(new AnswerSheet.Reply.Noted("store", "2", java.util.Optional.of("1")), width));
        lines.addAll(QuestionView.next(sheet, PREDICTED, width));
        return lines;
    }
}
