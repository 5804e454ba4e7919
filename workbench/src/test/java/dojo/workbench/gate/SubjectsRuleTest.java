package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One small exercise whose answer is a test, one defect at a time; it has too few subjects to begin with. */
class SubjectsRuleTest {
    private static final String PACKAGE = "dojo/c01_sums/e1_catch_the_sum/";
    private static final String SUBJECTS = "solutions/src/subjects/java/" + PACKAGE;

    @RegisterExtension
    private static final OpenChecker CHECKER = OpenChecker.usual();

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException, URISyntaxException {
        Path fixture =
                Path.of(SubjectsRuleTest.class.getResource("/fixture-catch").toURI());
        try (Stream<Path> files = Files.walk(fixture)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(fixture.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void too_few_subjects() throws IOException {
        assertThat(findings()).singleElement().asString().startsWith("It has 3 subjects, 1 of them right");
    }

    @Test
    void two_subjects_that_behave_alike() throws IOException {
        write(SUBJECTS + "s4_again/Adder.java", read(SUBJECTS + "s3_off_by_one/Adder.java"));

        assertThat(findings()).anyMatch(sentence -> sentence.startsWith("off_by_one and again behave alike"));
    }

    @Test
    void a_subject_with_other_signatures() throws IOException {
        String subject = SUBJECTS + "s2_loops/Adder.java";
        write(
                subject,
                read(subject)
                        .replace("long sum = 0;", "long sum = more();")
                        .replaceFirst("}\\s*$", "    long more() { return 0; }\n}\n"));

        assertThat(findings()).anyMatch(sentence -> sentence.startsWith("loops and the given Adder.java differ"));
    }

    @Test
    void a_subject_that_takes_no_given_files_place() throws IOException {
        write(SUBJECTS + "s2_loops/Helper.java", "package dojo.c01_sums.e1_catch_the_sum;\n\nclass Helper {}\n");

        assertThat(findings()).anyMatch(sentence -> sentence.startsWith("loops has Helper.java"));
    }

    @Test
    void a_starter_that_refuses_what_is_right() throws IOException {
        String starter = "exercises/src/starter/java/" + PACKAGE + "MyAdderTest.java";
        write(starter, read(starter).replace("sum()).isZero()", "sum(Integer.MAX_VALUE, 1)).isNegative()"));

        assertThat(findings()).anyMatch(sentence -> sentence.startsWith("The starter fails in [accepts_loops]"));
    }

    private List<String> findings() throws IOException {
        return new SubjectsRule()
                .inspect(Catalogue.read(folder).find("catch_the_sum").orElseThrow(), new Trials(folder, CHECKER.get()));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
