package dojo.workbench.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.AnswerSheet.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerSheetTest {
    private static final Exercise PREDICTED =
            Catalogue.read(Path.of("..")).find("what_does_it_cost").orElseThrow();
    private static final List<String> NAMES = List.of("store", "rename", "open", "title", "all", "filter");

    @TempDir
    private Path root;

    private final Map<String, String> kept = new LinkedHashMap<>();
    private final AnswerSheet sheet = AnswerSheet.of(PREDICTED, kept);

    @Test
    void questions_are_open_until_each_has_an_answer() throws IOException {
        assertThat(sheet.open()).extracting(Question::name).containsExactlyElementsOf(NAMES);
        assertThat(sheet.stillOpen().orElseThrow()).startsWith("All 6 questions are open: store, rename");

        sheet.note("title", "3");

        assertThat(sheet.stillOpen().orElseThrow()).startsWith("5 of 6 questions are open: store, rename, open, all");
        answerAll("3");
        assertThat(sheet.stillOpen()).isEmpty();
    }

    @Test
    void a_number_is_kept_in_one_spelling() throws IOException {
        assertThat(sheet.note("open", " 0,50 ")).hasToString("Noted[name=open, value=0.5, before=Optional.empty]");
        assertThat(kept).containsEntry("open", "0.5");
    }

    @Test
    void what_is_no_number_or_no_question_is_refused_and_nothing_is_kept() throws IOException {
        assertThat(refusal("open", "4 RU")).contains("write 4 alone");
        assertThat(refusal("open", "-1")).contains("below zero");
        assertThat(refusal("open", "half")).contains("in digits");
        assertThat(refusal("opne", "1")).contains("did you mean open?");
        assertThat(refusal("zzzzzz", "1")).contains("there are store, rename, open");
        assertThat(kept).isEmpty();
    }

    @Test
    void minds_may_be_changed_freely_before_anything_can_have_been_measured() throws IOException {
        sheet.note("open", "1");
        sheet.note("open", "2");

        assertThat(kept).containsOnlyKeys("open").containsEntry("open", "2");
    }

    @Test
    void afterwards_what_was_said_before_is_kept_beside_it() throws IOException {
        answerAll("3");

        Reply reply = sheet.note("open", "2");
        sheet.note("open", "2.0");
        sheet.note("open", "7");

        assertThat(reply).hasToString("Noted[name=open, value=2, before=Optional[3]]");
        assertThat(kept).containsEntry("open", "7").containsEntry("open.earlier", "3, 2");
    }

    @Test
    void a_file_that_somebody_edited_by_hand_leaves_the_question_open() throws IOException {
        AnswerSheet.ofLearner(root, PREDICTED).note("open", "1");
        Path file = AnswerFile.of(root, PREDICTED.id()).path();
        Files.writeString(file, "# mine\nopen=a lot\nall=2\n");

        AnswerSheet edited = AnswerSheet.ofLearner(root, PREDICTED);

        assertThat(edited.open()).extracting(Question::name).contains("open").doesNotContain("all");
    }

    private void answerAll(String value) throws IOException {
        for (String name : NAMES) {
            sheet.note(name, value);
        }
    }

    private String refusal(String name, String typed) throws IOException {
        return ((Reply.Refused) sheet.note(name, typed)).sentence();
    }
}
