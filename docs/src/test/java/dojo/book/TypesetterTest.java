package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.book.fact.Facts;
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

    @Test
    void macros_print_facts_and_work_out_expressions() throws IOException {
        Path text = Files.writeString(folder.resolve("numbers.adoc"), """
                = Numbers

                At most fact:partition.write-units[] write units, calc:[2 * partition.write-units] for two,
                calc:[33000 * 3600 * write-units(1 * KB) / 1000000] million, calc:dollars[write-dollars(33000 * hour)],
                calc:percent[1 / 8] of calc:[sky-01-items + 1].
                """);
        var sky = new ExhibitRecord(
                "sky-01", "dojo.A", "B.", List.of(new ExhibitRecord.Value("items", "2", ExhibitRecord.Basis.LOCAL)));
        Typesetter typesetter = OneTypesetter.shared();
        typesetter.print(new PrintedNumbers(Facts.of(List.of()), new Exhibits(List.of(sky))));

        Typesetter.Sheet sheet = typesetter.html(text, Map.of("stylesheet!", ""));

        assertThat(sheet.messages().problems(List.of(text))).isEmpty();
        assertThat(sheet.html())
                .contains("<a href=\"#fact-partition-write-units\" class=\"documented\">1,000</a> write units")
                .contains("<span class=\"by-rule computed\">2,000</span> for two")
                .contains(
                        ">118.8</span> million",
                        ">$74.25</span>",
                        ">12.5%</span> of <span class=\"by-rule computed\">3</span>");
    }

    @Test
    void an_unknown_fact_and_an_expression_without_sense_are_problems() throws IOException {
        Path text = Files.writeString(
                folder.resolve("unknown.adoc"), "= Numbers\n\nfact:no.such[] and\ncalc:[1 + no.such]\ncalc:euros[1]\n");
        OneTypesetter.shared().print(new PrintedNumbers(Facts.of(List.of()), new Exhibits(List.of())));

        var messages = OneTypesetter.shared().html(text, Map.of()).messages();

        assertThat(messages.problems(List.of(text)).stream().map(Problem::toString))
                .anyMatch(problem -> problem.contains("unknown.adoc:3: no fact is named no.such"))
                .anyMatch(problem -> problem.contains("unknown.adoc:4: \"no.such\" is no fact"))
                .anyMatch(problem -> problem.contains("unknown.adoc:5: \"euros\" is no form of a number"));
    }
}
