package dojo.workbench.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Filter;
import dojo.workbench.screen.FakeTerminal;
import dojo.workbench.screen.FullWindow;
import dojo.workbench.screen.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class BrowseTest {
    @TempDir
    Path root;

    private FakeTerminal terminal;
    private Attributes before;
    private CompletableFuture<Optional<Exercise>> browsing;

    @BeforeEach
    void open() throws Exception {
        Many.exercises(root, 67);
        terminal = new FakeTerminal(80, 24);
        before = terminal.terminal().getAttributes();
        browsing = CompletableFuture.supplyAsync(() -> Browse.of(root, Catalogue.read(root), Filter.NONE)
                .run(terminal.terminal(), Screen.on(terminal.terminal())));
        terminal.see("67 exercises");
    }

    @AfterEach
    void close() throws Exception {
        terminal.close();
    }

    private Optional<String> left() throws Exception {
        return browsing.get(30, TimeUnit.SECONDS).map(Exercise::id);
    }

    private String progress() throws Exception {
        return Files.readString(root.resolve(".dojo/progress.txt"));
    }

    @Test
    void a_search_and_enter_continue_somewhere_else() throws Exception {
        assertThat(FullWindow.isPossible(terminal.terminal())).isTrue();
        terminal.type("/ex_61");
        terminal.see("1 of 67 exercises");
        terminal.type("\r\r");

        assertThat(left()).contains("ex_61");
        assertThat(progress()).contains("current ex_61");
    }

    @Test
    void arrows_page_keys_and_skip_work_and_escape_leaves() throws Exception {
        terminal.type("\u001b[B\u001bOB\u001b[6~\u001b[5~s");
        terminal.see("skipped");
        assertThat(progress()).contains("skipped ex_3").doesNotContain("current");

        terminal.type("s");
        terminal.see("local - open".replace('-', '\u00b7').substring(0, 5));
        terminal.type("\u001b");

        assertThat(left()).isEmpty();
        assertThat(progress()).doesNotContain("skipped");
    }

    @Test
    void keys_that_nobody_knows_change_nothing_and_ctrl_c_leaves() throws Exception {
        terminal.type("\u001b[15~\u001b[1;5A\u001b[Zj");
        terminal.await(
                shown -> shown.lines().anyMatch(line -> line.contains("ex_2 ") && !line.startsWith("  ")),
                "ex_2 chosen");

        terminal.type("\u0003");

        assertThat(left()).isEmpty();
        assertThat(root.resolve(".dojo/progress.txt")).doesNotExist();
    }

    @Test
    void a_resize_is_followed_at_once_and_the_terminal_comes_back_as_it_was() throws Exception {
        terminal.type("G");
        terminal.see("ex_67");
        terminal.resize(44, 12);
        terminal.await(
                shown -> shown.lines().allMatch(line -> line.length() <= 44) && shown.contains("ex_67"), "narrow");

        terminal.type("q");

        assertThat(left()).isEmpty();
        assertThat(terminal.terminal().getAttributes().toString()).isEqualTo(before.toString());
        assertThat(terminal.everything()).contains("\u001b[?1049h").contains("\u001b[?1049l");
    }

    @Test
    void a_progress_file_that_cannot_be_written_is_told_in_the_window() throws Exception {
        Files.writeString(root.resolve(".dojo"), "in the way");

        terminal.type("s");

        terminal.see("Progress is not saved");
        terminal.type("q");
        assertThat(left()).isEmpty();
    }
}
