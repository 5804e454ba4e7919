package dojo.workbench.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {
    @TempDir
    Path root;

    private Exercise exercise;
    private Path file;

    @BeforeEach
    void the_fixtures() throws IOException {
        Trees.copyFixtures(root);
        exercise = Catalogue.read(root).find("count_words").orElseThrow();
        file = exercise.learnerFiles().get(0);
    }

    @Test
    void an_attempt_is_kept_and_the_starter_restored() throws IOException {
        Files.writeString(file, "my attempt");
        assertThat(Attempts.in(root).reset(exercise)).contains(root.resolve(".dojo/archive/count_words/1"));
        assertThat(root.resolve(".dojo/archive/count_words/1/Words.java")).hasContent("my attempt");
        assertThat(file).hasSameTextualContentAs(exercise.starterOf(file));
    }

    @Test
    void every_attempt_gets_its_own_number() throws IOException {
        Files.writeString(file, "first");
        Attempts.in(root).reset(exercise);
        Files.writeString(file, "second");
        Attempts.in(root).reset(exercise);
        assertThat(root.resolve(".dojo/archive/count_words/1/Words.java")).hasContent("first");
        assertThat(root.resolve(".dojo/archive/count_words/2/Words.java")).hasContent("second");
    }

    @Test
    void an_untouched_starter_is_nothing_to_keep() throws IOException {
        assertThat(Attempts.in(root).reset(exercise)).isEmpty();
        assertThat(root.resolve(".dojo/archive")).doesNotExist();
    }

    @Test
    void a_deleted_file_comes_back() throws IOException {
        Files.delete(file);
        assertThat(Attempts.in(root).reset(exercise)).isEmpty();
        assertThat(file).hasSameTextualContentAs(exercise.starterOf(file));
    }

    @Test
    void nothing_is_overwritten_when_nothing_can_be_kept() throws IOException {
        Files.writeString(file, "precious");
        Files.createDirectories(root.resolve(".dojo"));
        Files.writeString(root.resolve(".dojo/archive"), "a file where a folder belongs");
        assertThatThrownBy(() -> Attempts.in(root).reset(exercise)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("precious");
    }

    @Test
    void what_is_saved_at_that_moment_stays() throws IOException {
        Files.writeString(file, "my attempt");

        assertThat(Attempts.in(root, () -> save("my next attempt")).reset(exercise))
                .isPresent();

        assertThat(root.resolve(".dojo/archive/count_words/1/Words.java")).hasContent("my attempt");
        assertThat(file).hasContent("my next attempt");
    }

    private void save(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void answers_at_the_prompt_are_kept_too() throws IOException {
        Exercise live = Catalogue.read(root).find("look_inside").orElseThrow();
        AnswerFile.of(root, "look_inside").record("items", "4");
        assertThat(Attempts.in(root).reset(live)).contains(root.resolve(".dojo/archive/look_inside/1"));
        assertThat(AnswerFile.of(root, "look_inside").read()).isEmpty();
        assertThat(root.resolve(".dojo/archive/look_inside/1/look_inside.txt")).hasContent("items=4");
    }
}
