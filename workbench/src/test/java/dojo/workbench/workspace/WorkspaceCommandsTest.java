package dojo.workbench.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.Dojo;
import dojo.workbench.command.Workbench;
import dojo.workbench.exercise.Trees;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as somebody gives them who works in a workspace. */
class WorkspaceCommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Grounds grounds;

    @BeforeEach
    void a_workspace() throws IOException {
        grounds = Grounds.in(folder);
        Trees.workspace(grounds.home, grounds.content);
    }

    @Test
    void a_checkout_makes_a_workspace_and_says_how_to_go_on() {
        Path mine = folder.resolve("mine");
        assertThat(dojo(grounds.content, "init", mine.toString())).isZero();
        assertThat(said()).contains("with 3 exercises", "cd ", "&& ./dojo");
        assertThat(dojo(mine, "upgrade")).isZero();
        assertThat(said()).contains("is up to date");
    }

    @Test
    void a_checkout_is_not_upgraded() {
        assertThat(dojo(grounds.content, "upgrade")).isEqualTo(2);
        assertThat(said()).contains("is a checkout, not a workspace", "dojo init DIR");
    }

    @Test
    void list_check_and_solution_work_on_the_learners_files() throws IOException {
        assertThat(dojo(grounds.home, "list")).isZero();
        assertThat(said()).contains("find_one");
        Files.copy(
                grounds.content.resolve("solutions/src/main/java/" + Grounds.WORDS),
                grounds.main(Grounds.WORDS),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(dojo(grounds.home, "check", "count_words")).as(said()).isZero();
        assertThat(grounds.home.resolve(".dojo/progress.txt")).content().contains("passed count_words");
        assertThat(grounds.content.resolve(".dojo")).doesNotExist();
        assertThat(dojo(grounds.home, "solution", "count_words")).isZero();
        assertThat(said()).contains("solutions/src/main/java/dojo/c02_pure");
    }

    @Test
    void a_failing_check_names_the_file_as_the_workspace_has_it() throws IOException {
        Path words = grounds.main(Grounds.WORDS);
        Files.writeString(words, Files.readString(words).replace("return 1;", "return 7;"));
        assertThat(dojo(grounds.home, "check", "count_words")).isEqualTo(1);
        assertThat(said()).contains("edit src/main/java/dojo/c02_pure");
    }

    @Test
    void a_spoilt_given_file_is_brought_back_by_reset() throws IOException {
        Path note = grounds.main(Grounds.NOTE);
        Files.writeString(note, Files.readString(note).replace("{}", "{ int spoilt() { return nothing; } }"));
        Path notes = grounds.main(Grounds.NOTES);
        Files.writeString(notes, Files.readString(notes) + "\n// Begun.\n");
        assertThat(dojo(grounds.home, "check", "find_one")).isEqualTo(1);
        assertThat(said()).contains("./dojo reset find_one").doesNotContain("git checkout");
        assertThat(dojo(grounds.home, "reset", "find_one")).isZero();
        assertThat(note).content().doesNotContain("spoilt");
    }

    @Test
    void commands_about_the_content_say_that_they_are() {
        assertThat(dojo(grounds.home, "gate", "no_such_exercise")).isEqualTo(2);
        assertThat(said()).contains("The gate is about the checkout in").contains("not about this workspace");
    }

    private int dojo(Path root, String... line) {
        Screen screen = Screen.of(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return Dojo.run(new Workbench(root, screen), line);
    }

    private String said() {
        return (out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8)).replaceAll("\\s+", " ");
    }
}
