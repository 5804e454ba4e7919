package dojo.workbench.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Places;
import dojo.workbench.workspace.Workspaces.Made;
import dojo.workbench.workspace.Workspaces.Outcome;
import dojo.workbench.workspace.Workspaces.Refused;
import dojo.workbench.workspace.Workspaces.Upgraded;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspacesTest {
    @TempDir
    Path folder;

    private Grounds grounds;
    private Workspaces workspaces;

    @BeforeEach
    void a_checkout() throws IOException {
        grounds = Grounds.in(folder);
        workspaces = Workspaces.from(grounds.content);
    }

    @Test
    void a_folder_that_is_not_there_becomes_a_workspace() {
        assertThat(workspaces.at(grounds.home)).isEqualTo(new Made(grounds.home, 3));
        assertThat(Places.of(grounds.home).content()).isEqualTo(grounds.content);
        assertThat(Catalogue.read(grounds.home).problems()).isEmpty();
        assertThat(grounds.home.resolve("dojo")).isExecutable();
        assertThat(grounds.home.resolve("mvnw")).isExecutable();
        assertThat(grounds.home.resolve(".dojo/tmp")).doesNotExist();
    }

    @Test
    void an_empty_folder_becomes_one_even_when_git_is_there_already() throws IOException {
        Files.createDirectories(grounds.home.resolve(".git"));
        assertThat(workspaces.at(grounds.home)).isInstanceOf(Made.class);
    }

    @Test
    void what_moved_together_is_found_again() throws IOException {
        workspaces.at(grounds.home);
        Path moved = folder.resolve("moved");
        Files.createDirectory(moved);
        Files.move(grounds.content, moved.resolve(grounds.content.getFileName()));
        Path home = Files.move(grounds.home, moved.resolve(grounds.home.getFileName()));
        assertThat(Places.of(home).content()).isEqualTo(moved.resolve(grounds.content.getFileName()));
    }

    @Test
    void the_same_folder_again_is_an_upgrade() throws IOException {
        workspaces.at(grounds.home);
        assertThat(workspaces.at(grounds.home))
                .isInstanceOfSatisfying(
                        Upgraded.class, upgraded -> assertThat(upgraded.told()).isEmpty());
    }

    @Test
    void an_upgrade_keeps_one_lab_the_one_that_the_pom_names() throws IOException {
        workspaces.at(grounds.home);
        Path old = grounds.home.resolve(LabRepository.FOLDER + "/0.0.1-old/dojo-lab-0.0.1-old.jar");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "old");
        workspaces.at(grounds.home);
        try (var versions = Files.list(grounds.home.resolve(LabRepository.FOLDER))) {
            String version = versions.map(path -> path.getFileName().toString()).reduce("", String::concat);
            assertThat(grounds.home.resolve("pom.xml")).content().contains("<lab.version>" + version + "<");
        }
    }

    @Test
    void a_clone_of_a_workspace_is_one_again() throws IOException {
        workspaces.at(grounds.home);
        grounds.work();
        Files.delete(grounds.home.resolve(Places.CONTENT));
        assertThat(workspaces.at(grounds.home)).isInstanceOf(Upgraded.class);
        assertThat(Places.of(grounds.home).content()).isEqualTo(grounds.content);
        assertThat(grounds.main(Grounds.NOTES)).content().contains("my work");
    }

    @Test
    void a_folder_with_something_in_it_is_refused_and_left_alone() throws IOException {
        Files.createDirectories(grounds.home);
        Files.writeString(grounds.home.resolve("thesis.tex"), "precious");
        assertThat(refusal(grounds.home)).contains("is not empty (it holds thesis.tex)");
        assertThat(grounds.files()).containsOnlyKeys("thesis.tex");
    }

    @Test
    void a_file_is_refused() throws IOException {
        Files.writeString(grounds.home, "a file");
        assertThat(refusal(grounds.home)).contains("is a file");
        assertThat(refusal(grounds.home.resolve("below"))).contains("No workspace was made");
    }

    @Test
    void a_checkout_and_a_workspace_do_not_contain_each_other() throws IOException {
        assertThat(refusal(grounds.content.resolve("mine"))).contains("is inside the checkout");
        assertThat(refusal(folder)).contains("contains the checkout");
        workspaces.at(grounds.home);
        assertThat(refusal(grounds.home.resolve("inner"))).contains("is inside the workspace");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a right there")
    void a_link_into_the_checkout_is_seen_through() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), grounds.content);
        assertThat(refusal(link.resolve("mine"))).contains("is inside the checkout");
    }

    @Test
    void a_workspace_of_a_later_version_is_left_alone() throws IOException {
        workspaces.at(grounds.home);
        Files.writeString(grounds.home.resolve(Places.MARKER), Places.MARKER_HEADER + "2\n");
        assertThat(refusal(grounds.home)).contains("version 2", "update the checkout");
    }

    @Test
    void a_checkout_that_cannot_be_read_makes_no_workspace() throws IOException {
        Files.writeString(
                grounds.content.resolve("exercises/src/main/java/dojo/c02_pure/e1_count_words/README.adoc"), "");
        assertThat(refusal(grounds.home)).contains("No workspace was made", "README.adoc is empty");
        assertThat(grounds.home).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30})
    void a_full_disk_leaves_nothing_behind(int step) {
        Path deep = folder.resolve("new/deep/mine");
        assertThat(failing(step).at(deep))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.sentence()).contains("the disk is full", "Nothing was left behind"));
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void a_full_disk_leaves_a_folder_as_empty_as_it_was() throws IOException {
        Files.createDirectories(grounds.home.resolve(".git"));
        assertThat(failing(9).at(grounds.home)).isInstanceOf(Refused.class);
        assertThat(grounds.home).isDirectoryContaining("glob:**.git");
        assertThat(grounds.files()).isEmpty();
    }

    @Test
    void a_full_disk_during_an_upgrade_loses_nothing() throws IOException {
        workspaces.at(grounds.home);
        grounds.work();
        grounds.change();
        assertThat(failing(3).at(grounds.home))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.sentence())
                                .contains("the disk is full", "run ./dojo upgrade again"));
        assertThat(workspaces.at(grounds.home)).isInstanceOf(Upgraded.class);
        assertThat(String.join("", grounds.files().values())).contains("my work", "my, String edit", "items=4");
    }

    @Test
    void what_a_kill_left_in_the_middle_of_a_write_is_tidied_away() throws IOException {
        workspaces.at(grounds.home);
        Files.createDirectories(grounds.home.resolve(".dojo/tmp"));
        Files.writeString(grounds.home.resolve(".dojo/tmp/piece1.tmp"), "half");
        workspaces.at(grounds.home);
        assertThat(grounds.home.resolve(".dojo/tmp")).doesNotExist();
    }

    @Test
    @SuppressWarnings("try") // The lock is held, never named.
    void two_at_once_are_one_too_many() throws IOException {
        workspaces.at(grounds.home);
        try (FileChannel other =
                        FileChannel.open(grounds.home.resolve(".dojo/upgrade.lock"), StandardOpenOption.WRITE);
                var held = other.lock()) {
            assertThat(refusal(grounds.home)).contains("another dojo is at work on it");
        }
    }

    private Workspaces failing(int step) {
        return new Workspaces(grounds.content, grounds.content, disk -> new FailingDisk(disk, step));
    }

    private String refusal(Path at) {
        Outcome outcome = workspaces.at(at);
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).sentence();
    }
}
