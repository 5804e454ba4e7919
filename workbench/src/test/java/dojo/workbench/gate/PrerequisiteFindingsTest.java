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

/** Three exercises in a row, each built on the one before; then one thing is wrong. */
class PrerequisiteFindingsTest {
    private static final String JAVA = "exercises/src/main/java/dojo/";
    private static final String FIRST = JAVA + "c01_reading/e1_find_one/README.adoc";
    private static final String SECOND = JAVA + "c02_pure/e1_count_words/README.adoc";
    private static final String THIRD = JAVA + "c03_prompt/e1_look_inside/README.adoc";

    @TempDir
    private Path root;

    @BeforeEach
    void a_row() throws IOException {
        Trees.copyFixtures(root);
        after(SECOND, "find_one");
        after(THIRD, "find_one, count_words");
    }

    @Test
    void a_row_is_good() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void what_is_announced_may_be_built_on() throws IOException {
        curriculum("find_one\nread_on (announced)\ncount_words\nlook_inside\n");
        after(SECOND, "read_on");

        assertThat(findings()).isEmpty();
    }

    @Test
    void what_does_not_exist_may_not() throws IOException {
        after(SECOND, "find_two");

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("count_words [prerequisites]")
                .contains("find_two", "no such id");
    }

    @Test
    void what_comes_later_may_not() throws IOException {
        curriculum("count_words\nfind_one\nlook_inside\n");
        after(FIRST, "count_words");

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("count_words [prerequisites]")
                .contains("does not come before it");
    }

    @Test
    void nothing_builds_on_itself_by_whatever_way_round() throws IOException {
        after(FIRST, "look_inside");
        assertThat(findings()).singleElement().asString().startsWith("find_one [prerequisites]");

        after(FIRST, "find_one");
        assertThat(findings()).singleElement().asString().startsWith("find_one [prerequisites]");
    }

    @Test
    void only_the_first_builds_on_nothing() throws IOException {
        after(THIRD, "");

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("look_inside [prerequisites]")
                .contains("has no \":after:\" line");
    }

    @Test
    void part_one_stands_without_part_two() throws IOException {
        curriculum("find_one (part two)\ncount_words\nlook_inside (part two)\n");

        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("count_words [prerequisites]")
                .contains("part two");
    }

    private void curriculum(String text) throws IOException {
        Files.writeString(root.resolve("exercises/curriculum.txt"), text);
    }

    private void after(String readme, String ids) throws IOException {
        String text = Files.readString(root.resolve(readme)).replaceFirst("(?m)^:after:.*\n", "");
        Files.writeString(
                root.resolve(readme), ids.isEmpty() ? text : text.replace(":level:", ":after: " + ids + "\n:level:"));
    }

    private List<Finding> findings() {
        return PrerequisiteFindings.in(Catalogue.read(root));
    }
}
