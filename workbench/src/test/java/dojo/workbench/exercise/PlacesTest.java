package dojo.workbench.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    @TempDir
    Path folder;

    private Path content;
    private Path home;

    @BeforeEach
    void a_checkout_and_a_workspace() throws IOException {
        content = folder.resolve("checkout");
        Trees.copyFixtures(content);
        home = Trees.workspace(folder.resolve("mine"), content);
    }

    @Test
    void a_checkout_is_its_own_content() {
        Places places = Places.of(content);
        assertThat(places.inPlace()).isTrue();
        assertThat(places.main()).isEqualTo(content.resolve("exercises/src/main/java"));
    }

    @Test
    void a_workspace_has_its_content_elsewhere() {
        Places places = Places.of(home);
        assertThat(places.content()).isEqualTo(content);
        assertThat(places.main()).isEqualTo(home.resolve("src/main/java"));
    }

    @Test
    void learners_files_are_in_the_workspace_and_all_else_in_the_checkout() {
        Exercise exercise = Catalogue.read(home).find("find_one").orElseThrow();
        assertThat(exercise.learnerFiles())
                .containsExactly(home.resolve("src/main/java/dojo/c01_reading/e1_find_one/Notes.java"));
        assertThat(exercise.givenFiles())
                .allMatch(file -> file.startsWith(home))
                .hasSize(1);
        assertThat(exercise.visibleChecks())
                .allMatch(file -> file.startsWith(home))
                .hasSize(1);
        assertThat(exercise.hiddenChecks())
                .allMatch(file -> file.startsWith(content))
                .hasSize(1);
        assertThat(exercise.starterFolder()).startsWith(content);
        assertThat(exercise.answerFolder()).startsWith(content);
    }

    @Test
    void a_folder_that_moved_is_passed_over() throws IOException {
        Files.writeString(home.resolve(Places.CONTENT), "/no/such/folder\n../checkout\n");
        assertThat(Places.of(home).content()).isEqualTo(content);
    }

    @Test
    void a_workspace_is_found_from_below() {
        assertThat(Places.workspaceAround(home.resolve("src/main/java"))).contains(home);
        assertThat(Places.workspaceAround(folder)).isEmpty();
    }

    @Test
    void paths_are_shown_relative_to_where_they_belong() {
        Places places = Places.of(home);
        assertThat(places.shown(home.resolve("src/main/java/A.java"))).isEqualTo("src/main/java/A.java");
        assertThat(places.shown(content.resolve("solutions/pom.xml"))).isEqualTo("solutions/pom.xml");
        assertThat(places.shown(folder.resolve("other"))).startsWith(folder.toString());
    }

    @Test
    void reset_brings_back_given_files_and_checks_too() throws IOException {
        Exercise exercise = Catalogue.read(home).find("find_one").orElseThrow();
        Path given = exercise.givenFiles().get(0);
        Path check = exercise.visibleChecks().get(0);
        Files.writeString(given, "spoilt");
        Files.delete(check);

        assertThat(Attempts.in(home).reset(exercise)).contains(home.resolve(".dojo/archive/find_one/1"));

        assertThat(home.resolve(".dojo/archive/find_one/1/Note.java")).hasContent("spoilt");
        assertThat(given)
                .hasSameTextualContentAs(
                        content.resolve("exercises/src/main/java/dojo/c01_reading/e1_find_one/Note.java"));
        assertThat(check).exists();
        assertThat(Attempts.in(home).reset(exercise)).isEmpty();
    }
}
