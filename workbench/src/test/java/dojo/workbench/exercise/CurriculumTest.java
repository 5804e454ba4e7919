package dojo.workbench.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurriculumTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    /** A line that is taken out together with its folder would be missed by nobody else. */
    @Test
    void ours_has_sixty_seven_exercises_in_sixteen_chapters_forty_of_them_in_part_one() {
        CurriculumReader.Read ours = CurriculumReader.read(ROOT.resolve("exercises/curriculum.txt"));

        assertThat(ours.problems()).isEmpty();
        assertThat(ours.curriculum().entries()).hasSize(67);
        assertThat(ours.curriculum().entries().stream()
                        .map(Curriculum.Entry::chapter)
                        .distinct())
                .hasSize(16);
        assertThat(ours.curriculum().entries().stream().filter(entry -> !entry.partTwo()))
                .hasSize(40);
    }

    @Test
    void a_line_has_an_id_former_names_and_marks() throws IOException {
        CurriculumReader.Read read = read("""
                # a comment
                = c01_reading
                find_one fetch_one   # and another
                page_on (announced)

                = c02_writing
                put_it put_that (part two, announced)
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.curriculum().entries())
                .containsExactly(
                        new Curriculum.Entry("find_one", List.of("fetch_one"), "c01_reading", 1, false, false),
                        new Curriculum.Entry("page_on", List.of(), "c01_reading", 2, false, true),
                        new Curriculum.Entry("put_it", List.of("put_that"), "c02_writing", 1, true, true));
    }

    @Test
    void a_line_is_printed_as_it_is_read() throws IOException {
        Curriculum.Entry entry = read("put_it put_that (part two, announced)\n")
                .curriculum()
                .entries()
                .get(0);

        assertThat(entry.announcedLine()).isEqualTo("put_it put_that (part two, announced)");
        assertThat(entry.builtLine()).isEqualTo("put_it put_that (part two)");
        assertThat(entry.chapter()).isEmpty();
    }

    @Test
    void what_cannot_be_read_or_stands_twice_is_named_by_its_line() throws IOException {
        List<Catalogue.Problem> problems = read("""
                        = c01_reading
                        find_one (soon)
                        page_on
                        page_on
                        = c01_reading
                        """).problems();

        assertThat(problems)
                .extracting(Catalogue.Problem::sentence)
                .satisfiesExactly(
                        sentence -> assertThat(sentence).contains("line 2", "find_one (soon)", "(announced)"),
                        sentence -> assertThat(sentence).contains("page_on again in line 4"),
                        sentence -> assertThat(sentence).contains("c01_reading again in line 5"));
    }

    private CurriculumReader.Read read(String text) throws IOException {
        return CurriculumReader.read(Files.writeString(folder.resolve("curriculum.txt"), text));
    }
}
