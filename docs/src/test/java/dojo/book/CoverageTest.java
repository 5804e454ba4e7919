package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small table that is sound, one defect at a time; and ours. */
class CoverageTest {
    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ".")).resolve("..").normalize();
    private static final String SOUND = """
            = Concepts
            C1 a table holds items -> find_one
            C2 a cache answers -> read_on, book dax
            = Code
            F1 wrong: append_turn stores a retry twice -> put_once; Append
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void a_small_repository() throws IOException {
        write(
                "exercises/curriculum.txt",
                "= c01_reading\nfind_one fetch_one\nread_on (part two, announced)\nput_once\n");
        write("exercises/src/main/java/dojo/c01_reading/e1_find_one/README.adoc", "= Find one\n");
        write(
                "exercises/src/main/java/dojo/c01_reading/e3_put_once/README.adoc",
                "= Put once\n:source-mistake: create_session, append_turn\n");
        write("exercises/src/starter/java/dojo/c01_reading/e3_put_once/Log.java", "class Log {}\n");
        write("reference-impl/core/src/main/java/dojo/session/Append.java", "class Append {}\n");
    }

    @Test
    void a_sound_table_is_printed_with_its_ledger() throws IOException {
        write("exercises/coverage.txt", SOUND);
        Coverage coverage = Coverage.of(root);

        assertThat(coverage.problems()).isEmpty();
        assertThat(CoveragePage.of(coverage, root))
                .contains("=== Concepts", "|C1 |a table holds items | |`find_one`")
                .contains("|C2 |a cache answers | |`read_on` (part two), <<only-here-dax,this book>>")
                .contains("|F1 |`append_turn` stores a retry twice |wrong |`put_once` |`Log.java` |`Append`");
    }

    @Test
    void a_row_that_leads_to_no_exercise_is_found() throws IOException {
        assertThat(problems("-> find_one", "-> find_two"))
                .anyMatch(found -> found.contains("coverage.txt:2: C1 leads to find_two"));
        assertThat(problems("book dax", "book lambda")).anyMatch(found -> found.contains("book lambda"));
    }

    @Test
    void a_row_that_leads_nowhere_is_found() throws IOException {
        assertThat(problems("-> read_on, book dax", "-> ,")).anyMatch(found -> found.contains("C2 leads nowhere"));
        assertThat(problems("-> read_on, book dax", "")).anyMatch(found -> found.contains("is no row"));
    }

    @Test
    void a_class_that_the_reference_implementation_does_not_have_is_found() throws IOException {
        assertThat(problems("; Append", "; Appendix"))
                .singleElement()
                .asString()
                .contains("has no Appendix");
    }

    @Test
    void a_mistake_that_no_starter_makes_is_found() throws IOException {
        assertThat(problems("append_turn", "load_context"))
                .singleElement()
                .asString()
                .contains("coverage.txt:5", "a mistake of load_context", ":source-mistake: load_context");
    }

    @Test
    void an_exercise_that_covers_nothing_is_found() throws IOException {
        assertThat(problems("-> find_one", "-> read_on"))
                .singleElement()
                .asString()
                .contains("no row leads to find_one");
    }

    @Test
    void two_rows_of_one_number_are_found() throws IOException {
        assertThat(problems("C2", "C1")).singleElement().asString().contains("two rows C1");
    }

    /** Rows for what is known to be wrong could be lost without anything leading nowhere. */
    @Test
    void ours_leads_somewhere_in_every_row_and_knows_what_is_wrong() {
        Coverage ours = Coverage.of(ROOT);

        assertThat(ours.problems()).isEmpty();
        assertThat(ours.sections()).hasSize(14);
        assertThat(ours.sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .filter(Coverage.Row::wrong))
                .hasSize(31);
    }

    private List<String> problems(String old, String now) throws IOException {
        write("exercises/coverage.txt", SOUND.replace(old, now));
        return Coverage.of(root).problems().stream().map(Problem::toString).toList();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
