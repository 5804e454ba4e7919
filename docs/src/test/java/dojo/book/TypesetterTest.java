package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypesetterTest {

    @TempDir
    Path folder;

    /** One conversion for all defects: starting JRuby is what takes the time. */
    @Test
    void every_defect_that_asciidoctor_reports_at_any_level_is_a_problem() throws IOException {
        Files.writeString(folder.resolve("Code.java"), "// tag::known[]\nint one = 1;\n// end::known[]\n");
        Path text = Files.writeString(folder.resolve("defects.adoc"), """
                = Defects

                == One
                See <<nowhere>>. It costs {unmeasured-01-units}.

                include::gone.adoc[]

                ----
                include::Code.java[tag=unknown]
                ----

                [#twice]
                First.

                [#twice]
                Second.

                ==== Skipped

                <1> A callout without a listing

                ----
                never closed
                """);

        var messages = OneTypesetter.shared().html(text, Map.of()).messages();

        assertThat(messages.problems(List.of(text)).stream().map(Problem::toString))
                .anyMatch(problem -> problem.matches(".*defects.adoc:4: nothing measured unmeasured-01-units.*"))
                .anyMatch(problem -> problem.matches(".*defects.adoc:4: the reference nowhere leads nowhere.*"))
                .anyMatch(problem -> problem.matches(".*defects.adoc:6: ERROR include file not found.*"))
                .anyMatch(problem -> problem.matches(".*defects.adoc:9: WARN tag 'unknown' not found.*"))
                .anyMatch(problem -> problem.matches(".*WARN id assigned to block already in use: twice.*"))
                .anyMatch(problem -> problem.matches(".*WARN section title out of sequence.*"))
                .anyMatch(problem -> problem.matches(".*WARN no callout found for <1>.*"))
                .anyMatch(problem -> problem.matches(".*WARN unterminated listing block.*"));
    }

    @Test
    void the_same_text_gives_the_same_bytes_and_fetches_nothing() throws IOException {
        Path text = Files.writeString(
                folder.resolve("sound.adoc"), "= Sound\n\n== One\n\n[source,java]\n----\nint one = 1;\n----\n");

        Map<String, Object> plain = Map.of("stylesheet!", "");
        Typesetter.Sheet first = OneTypesetter.shared().html(text, plain);

        assertThat(first.messages().problems(List.of(text))).isEmpty();
        assertThat(OneTypesetter.shared().html(text, plain).html()).isEqualTo(first.html());
        assertThat(first.html()).doesNotContain("https://", "http://").contains("<span class=\"kt\">int</span>");
    }
}
