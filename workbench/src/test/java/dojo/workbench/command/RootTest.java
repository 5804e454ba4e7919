package dojo.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose files a command works on. */
class RootTest {
    @TempDir
    Path folder;

    private Path checkout;
    private Path one;
    private Path other;

    @BeforeEach
    void two_workspaces() throws IOException {
        checkout = folder.resolve("checkout");
        one = workspace("one");
        other = workspace("other");
    }

    @Test
    void the_workspace_whose_script_was_called_comes_first() {
        assertThat(Workbench.root(Optional.of(one.toString()), other, checkout)).isEqualTo(one);
    }

    @Test
    void then_the_workspace_around_the_current_folder() {
        assertThat(Workbench.root(Optional.empty(), one.resolve("src"), checkout))
                .isEqualTo(one);
    }

    @Test
    void then_the_checkout_of_the_launcher() {
        assertThat(Workbench.root(Optional.empty(), folder, checkout)).isEqualTo(checkout);
    }

    @Test
    void a_name_that_is_no_workspace_is_passed_over() {
        assertThat(Workbench.root(Optional.of(folder.toString()), one, checkout))
                .isEqualTo(one);
        assertThat(Workbench.root(Optional.of(""), folder, checkout)).isEqualTo(checkout);
    }

    private Path workspace(String name) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve(".dojo"));
        Files.createDirectories(home.resolve("src"));
        Files.writeString(home.resolve(Places.MARKER), Places.MARKER_HEADER + Places.VERSION + "\n");
        return home;
    }
}
