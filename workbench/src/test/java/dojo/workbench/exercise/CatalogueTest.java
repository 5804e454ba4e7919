package dojo.workbench.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    @TempDir
    Path root;

    @BeforeEach
    void the_fixtures() throws IOException {
        Trees.copyFixtures(root);
    }

    @Test
    void folders_are_exercises_in_the_order_of_the_list() {
        Catalogue catalogue = Catalogue.read(root);
        assertThat(catalogue.all()).extracting(Exercise::id).containsExactly("find_one", "count_words", "look_inside");
        assertThat(catalogue.problems()).isEmpty();
    }

    @Test
    void an_exercise_knows_its_files() {
        Exercise exercise = Catalogue.read(root).find("find_one").orElseThrow();
        assertThat(exercise.learnerFiles())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("Notes.java");
        assertThat(exercise.givenFiles())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("Note.java");
        assertThat(exercise.visibleChecks()).hasSize(1);
        assertThat(exercise.hiddenChecks()).hasSize(1);
        assertThat(exercise.packageName()).isEqualTo("dojo.c01_reading.e1_find_one");
        assertThat(exercise.par()).isEqualTo(new Bill(1, 1.0, 0));
        assertThat(exercise.chapterTitle()).isEqualTo("Reading");
    }

    @Test
    void an_exercise_missing_from_the_list_comes_last() throws IOException {
        Files.writeString(root.resolve("exercises/curriculum.txt"), "look_inside\n# find_one\n");
        assertThat(Catalogue.read(root).all())
                .extracting(Exercise::id)
                .containsExactly("look_inside", "find_one", "count_words");
    }

    @Test
    void a_former_name_still_finds_the_exercise() {
        assertThat(Catalogue.read(root).find("fetch_one")).map(Exercise::id).contains("find_one");
    }

    @Test
    void a_misspelt_name_finds_its_neighbour() {
        Catalogue catalogue = Catalogue.read(root);
        assertThat(catalogue.nearest("fnd_one")).contains("find_one");
        assertThat(catalogue.nearest("count-words")).contains("count_words");
        assertThat(catalogue.nearest("INSIDE")).contains("look_inside");
        assertThat(catalogue.nearest("zebra")).isEmpty();
        assertThat(catalogue.nearest("")).isEmpty();
    }

    @Test
    void a_broken_readme_is_a_sentence_and_leaves_the_others_alone() throws IOException {
        Path readme = root.resolve("exercises/src/main/java/dojo/c01_reading/e1_find_one/README.adoc");
        Files.writeString(readme, Files.readString(readme).replace(":kind: fix", ":kind: riddle"));
        Catalogue catalogue = Catalogue.read(root);
        assertThat(catalogue.all()).extracting(Exercise::id).containsExactly("count_words", "look_inside");
        assertThat(catalogue.problems())
                .extracting(Catalogue.Problem::sentence)
                .containsExactly("exercises/src/main/java/dojo/c01_reading/e1_find_one/README.adoc says"
                        + " \":kind: riddle\"; kinds are fix, build, live, predict, catch, design.");
    }

    @Test
    void a_readme_that_is_not_utf8_is_a_sentence() throws IOException {
        Path readme = root.resolve("exercises/src/main/java/dojo/c02_pure/e1_count_words/README.adoc");
        Files.write(readme, "= Zähle\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Catalogue.read(root).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("not UTF-8", "count_words"));
    }

    @Test
    void an_exercise_without_starter_says_where_it_belongs() throws IOException {
        Files.delete(root.resolve("exercises/src/starter/java/dojo/c02_pure/e1_count_words/Words.java"));
        assertThat(Catalogue.read(root).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("without a starter", "src/starter/java"));
    }

    @Test
    void the_same_id_twice_is_refused_once() throws IOException {
        Path twin = root.resolve("exercises/src/main/java/dojo/c09_later/e7_find_one");
        Files.createDirectories(twin);
        Files.writeString(twin.resolve("README.adoc"), "= Again\n:kind: fix\n");
        Catalogue catalogue = Catalogue.read(root);
        assertThat(catalogue.all()).hasSize(3);
        assertThat(catalogue.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("ids are unique"));
    }

    @Test
    void a_folder_without_exercises_is_a_sentence(@TempDir Path empty) {
        assertThat(Catalogue.read(empty).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("There is no folder", "checkout"));
    }

    @Test
    void temporary_files_of_editors_are_nobodys() throws IOException {
        Path folder = root.resolve("exercises/src/main/java/dojo/c01_reading/e1_find_one");
        Files.writeString(folder.resolve(".#Notes.java"), "lock");
        Files.writeString(folder.resolve("Notes.java~"), "old");
        assertThat(Catalogue.read(root).find("find_one").orElseThrow().givenFiles())
                .hasSize(1);
    }
}
