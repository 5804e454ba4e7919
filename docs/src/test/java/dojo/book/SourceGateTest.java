package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceGateTest {

    @TempDir
    Path folder;

    private SourceGate gate = new SourceGate(Map.of());

    @BeforeEach
    void a_source_with_two_tagged_regions() throws IOException {
        gate = new SourceGate(Map.of("exhibits", folder));
        Files.writeString(folder.resolve("Put.java"), """
                class Put {
                    // tag::short[]
                    int one = 1;
                    // end::short[]
                    // tag::wide[]
                    String wide = "%s";
                    // end::wide[]
                }
                """.formatted("x".repeat(70)));
    }

    @Test
    void a_listing_by_tag_and_a_number_beside_its_source_are_fine() throws IOException {
        assertThat(judge(listing("Put.java[tag=short,indent=0]")
                        + "\nAt most 1,000 write units a second (https://aws).\n"))
                .isEmpty();
    }

    @Test
    void java_typed_into_the_text_is_caught() throws IOException {
        assertThat(judge("[source,java]\n----\nint typed = 1;\n----\n"))
                .extracting(Problem::what)
                .containsExactly("Java typed into the text");
    }

    @Test
    void java_typed_below_an_include_is_caught() throws IOException {
        assertThat(judge(listing("Put.java[tag=short,indent=0]").replace("\n----\n\n", "\nint typed = 1;\n----\n\n")))
                .extracting(Problem::what)
                .containsExactly("Java typed into the text");
    }

    @Test
    void a_tag_that_is_not_there_is_caught() throws IOException {
        assertThat(judge(listing("Put.java[tag=gone,indent=0]")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).startsWith("no tag gone in "));
    }

    @Test
    void a_file_that_is_not_there_is_caught() throws IOException {
        assertThat(judge(listing("Gone.java[tag=short,indent=0]")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("Gone.java"));
    }

    @Test
    void a_listing_without_a_tag_is_caught() throws IOException {
        assertThat(judge(listing("Put.java[]"))).extracting(Problem::what).containsExactly("a listing without a tag");
    }

    @Test
    void a_listing_from_a_folder_that_is_no_code_is_caught() throws IOException {
        assertThat(judge(listing("Put.java[tag=short]").replace("{exhibits}", "{scratch}")))
                .extracting(Problem::what)
                .containsExactly("{scratch} is no folder of code");
    }

    @Test
    void a_listing_wider_than_a_page_is_caught() throws IOException {
        assertThat(judge(listing("Put.java[tag=wide,indent=0]")))
                .extracting(Problem::what)
                .containsExactly("listing wide is 87 columns wide");
    }

    @Test
    void a_number_typed_by_hand_is_caught() throws IOException {
        assertThat(judge("It costs {reads-01-units} here.\n\nIt costs 2.5 read units there.\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).isEqualTo("\"2.5 read units\" was typed by hand");
                    assertThat(problem.where()).endsWith("chapter.adoc:3");
                });
    }

    @Test
    void a_tag_that_nobody_prints_is_caught() throws IOException {
        judge(listing("Put.java[tag=short,indent=0]"));

        assertThat(gate.unused(List.of(folder.resolve("Put.java"))))
                .extracting(Problem::what)
                .containsExactly("tag wide is printed nowhere");
    }

    private List<Problem> judge(String text) throws IOException {
        return gate.judge(List.of(Files.writeString(folder.resolve("chapter.adoc"), text)));
    }

    private static String listing(String file) {
        return "[source,java]\n----\ninclude::{exhibits}/" + file + "\n----\n\n";
    }
}
