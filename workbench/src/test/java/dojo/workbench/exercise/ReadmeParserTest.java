package dojo.workbench.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadmeParserTest {
    private static final String WHOLE = """
            // a comment
            = Two pages
            :kind: fix
            :level: 3
            :minutes: 12
            :par-requests: 2
            :par-read-units: 1.5
            :par-write-units: 0
            :starter-fails: every_note_comes_back

            Half of the notes
            are missing.

            == Task
            Read on.

            ----
            == not a section
            . not a hint
            ----

            == Hints
            . What is
              missing?
            . Near the code:
            +
            ----
            . still the second hint
            ----

            == Afterwards
            Pages end.
            """;

    @Test
    void questions_have_names() {
        Readme readme = ReadmeParser.parse(WHOLE.replace(
                "== Task",
                "== Questions\nread_units:: How many read units\ndoes it take?\n\npages::\nHow many?\n\n== Task"));
        assertThat(readme.questions())
                .containsExactly(
                        Map.entry("read_units", "How many read units does it take?"), Map.entry("pages", "How many?"));
    }

    @Test
    void every_part_has_its_place() {
        Readme readme = ReadmeParser.parse(WHOLE);
        assertThat(readme.title()).isEqualTo("Two pages");
        assertThat(readme.incident()).isEqualTo("Half of the notes\nare missing.");
        assertThat(readme.sections()).containsOnlyKeys("Task", "Afterwards");
        assertThat(readme.section("Task").orElseThrow()).contains("== not a section", ". not a hint");
        assertThat(readme.hints()).hasSize(2);
        assertThat(readme.hints().get(1)).contains(". still the second hint");
        assertThat(readme.par().readUnits()).isEqualTo(1.5);
        assertThat(readme.starterFails()).contains("every_note_comes_back");
        assertThat(readme.level()).isEqualTo(3);
    }

    @Test
    void windows_line_ends_change_nothing() {
        assertThat(ReadmeParser.parse(WHOLE.replace("\n", "\r\n"))).isEqualTo(ReadmeParser.parse(WHOLE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "= Two pages          | Two pages            | the first line must be the title",
                ":kind: fix           | :kind:               | no \":kind:\" line",
                ":level: 3            | :level: nine         | \":level: nine\"",
                ":minutes: 12         | :minutes: 0          | from 1 to 600",
                ":par-requests: 2     | :other: 2            | no \":par-requests:\" line",
                "Read on.             | ----                 | never closes",
            })
    void what_is_wrong_is_said(String right, String wrong, String sentence) {
        assertThatThrownBy(() -> ReadmeParser.parse(WHOLE.replace(right, wrong)))
                .isInstanceOf(ReadmeParser.BrokenReadme.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void an_empty_text_has_no_title() {
        assertThatThrownBy(() -> ReadmeParser.parse("")).hasMessageContaining("is empty");
    }
}
