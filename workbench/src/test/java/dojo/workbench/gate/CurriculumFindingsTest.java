package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the curriculum against what stands in the folders. */
class CurriculumFindingsTest {
    private static final String GOOD = """
            = c01_reading
            find_one fetch_one
            read_on (announced)
            = c02_pure
            count_words
            = c03_prompt
            look_inside (part two)
            = c04_later
            another (part two, announced)
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void fixtures() throws IOException {
        Trees.copyFixtures(root);
    }

    @Test
    void what_is_built_and_what_is_announced_may_stand_together() throws IOException {
        assertThat(findings(GOOD)).isEmpty();
    }

    @Test
    void what_is_built_is_announced_no_more() throws IOException {
        assertThat(findings(GOOD.replace("find_one fetch_one", "find_one fetch_one (announced)")))
                .singleElement()
                .asString()
                .startsWith("find_one [curriculum]")
                .contains("still says \"find_one fetch_one (announced)\"", "make the line \"find_one fetch_one\"");
        assertThat(findings(GOOD.replace("look_inside (part two)", "look_inside (part two, announced)")))
                .singleElement()
                .asString()
                .contains("make the line \"look_inside (part two)\"");
    }

    @Test
    void what_vanished_is_missed() throws IOException {
        assertThat(findings(GOOD.replace("read_on (announced)", "read_on")))
                .singleElement()
                .asString()
                .startsWith("read_on [curriculum]")
                .contains("there is no such exercise", "make the line \"read_on (announced)\"");
    }

    @Test
    void what_is_built_has_a_line() throws IOException {
        assertThat(findings(GOOD.replace("look_inside (part two)", "")))
                .singleElement()
                .asString()
                .startsWith("look_inside [curriculum]")
                .contains("write a line \"look_inside\" below \"= c03_prompt\"");
    }

    @Test
    void a_folder_has_the_number_of_its_place() throws IOException {
        assertThat(findings(GOOD.replace("count_words", "count_lines (announced)\ncount_words")))
                .singleElement()
                .asString()
                .startsWith("count_words [curriculum]")
                .contains("c02_pure/e2_count_words", "it is c02_pure/e1_count_words");
    }

    @Test
    void what_cannot_be_read_is_not_missed_as_well() throws IOException {
        Files.writeString(
                root.resolve("exercises/src/main/java/dojo/c02_pure/e1_count_words/README.adoc"), "no title\n");

        assertThat(findings(GOOD)).isEmpty();
    }

    private List<Finding> findings(String curriculum) throws IOException {
        Files.writeString(root.resolve("exercises/curriculum.txt"), curriculum);
        return CurriculumFindings.in(Catalogue.read(root));
    }
}
