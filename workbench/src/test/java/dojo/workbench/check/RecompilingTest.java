package dojo.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that were compiled before are used again only where that cannot be seen. */
class RecompilingTest {
    @TempDir
    Path root;

    @TempDir
    Path folder;

    private Checker checker;

    @BeforeEach
    void one_verdict_is_in() throws IOException {
        Trees.copyFixtures(root);
        checker = Checker.open(CheckerOptions.of(root));
        assertThat(check("public int count(String s) { return s.contains(\" \") ? 2 : 1; }"))
                .isEqualTo("passes");
    }

    @AfterEach
    void close() {
        checker.close();
    }

    @Test
    void a_changed_body_is_graded_anew() throws IOException {
        assertThat(check("public int count(String s) { return 9; }")).isEqualTo("fails");
        assertThat(check("public int count(String s) { return s.contains(\" \") ? 2 : 1; }"))
                .isEqualTo("passes");
    }

    @Test
    void a_wider_result_reaches_the_checks() throws IOException {
        assertThat(check("public long count(String s) { return s.contains(\" \") ? 2 : 1; }"))
                .isEqualTo("passes");
    }

    @Test
    void a_removed_method_is_a_changed_signature() throws IOException {
        assertThat(check("public int counted(String s) { return 1; }")).isEqualTo("does_not_compile");
        assertThat(check("public int count(String s) { return s.contains(\" \") ? 2 : 1; }"))
                .isEqualTo("passes");
    }

    @Test
    void a_class_that_is_given_cannot_be_taken_over() throws IOException {
        assertThat(check("public int count(String s) { return 2; } } class Borrowed {"))
                .isEqualTo("does_not_compile");
    }

    @Test
    void a_class_that_was_deleted_is_no_longer_found() throws IOException {
        String calling =
                "public int count(String s) { return s.length() > 99 ? Helper.one() : s.contains(\" \") ? 2 : 1; }";
        assertThat(check(calling + " } class Helper { static int one() { return 1; }"))
                .isEqualTo("passes");

        assertThat(check(calling)).isEqualTo("does_not_compile");
    }

    @Test
    void a_changed_check_is_compiled_again() throws IOException {
        Path test = exercise().visibleChecks().get(0);
        Files.writeString(test, Files.readString(test).replace("isEqualTo(2)", "isEqualTo(3)"));
        assertThat(check("public int count(String s) { return s.contains(\" \") ? 2 : 1; }"))
                .isEqualTo("fails");
    }

    @Test
    void a_text_counts_even_if_the_time_of_its_file_says_nothing_new() throws IOException {
        assertThat(check("public int count(String s) { return 9; }")).isEqualTo("fails");
        Path file = folder.resolve("Words.java");
        FileTime before = Files.getLastModifiedTime(file);
        Submission submission =
                Fixtures.words(folder, "public int count(String s) { return s.contains(\" \") ? 2 : 1; }");
        Files.setLastModifiedTime(file, before);

        assertThat(checker.check(exercise(), submission, 1).word()).isEqualTo("passes");
    }

    @Test
    void an_interrupted_compilation_spoils_no_later_one() throws IOException {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> check("public int count(String s) { return 7; }"))
                .isInstanceOf(CannotCheck.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();

        assertThat(check("public int count(String s) { return s.contains(\" \") ? 2 : 1; }"))
                .isEqualTo("passes");
    }

    private String check(String members) throws IOException {
        return checker.check(exercise(), Fixtures.words(folder, members), 1).word();
    }

    private Exercise exercise() {
        return Catalogue.read(root).find("count_words").orElseThrow();
    }
}
