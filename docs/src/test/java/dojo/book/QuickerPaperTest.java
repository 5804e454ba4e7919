package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered while paper is set makes it quicker, and changes nothing. */
class QuickerPaperTest {

    private static final String TEXT = """
            = AVATAR, To We Ty.
            :doctype: book
            :toc:

            == Of kerning

            AVATAR To. We "`Ty`", *To* _We_ *_AV_* `AVATAR` x^2^ H~2~O: 1,000 × 0.5 → 500 ✓, 語 and ក, from https://aws[AWS]. Ff fi.
            A paragraph that is long enough to be broken into lines, for a line knows how wide its words are, and whether the
            next of them is still for it, or begins another line below it.

            * one
            ** two, with `code that is long enough for the end of its line` to be found in it

            Term:: What it means.

            [source,java]
            ----
            int one = 1; // and a note, "text", 2.5
            ----

            [cols="1,3"]
            |===
            |Number |What
            |1,000 |*bold* in a cell, and a text that has to be broken in this narrow column of the table
            |===

            [quote]
            To be kept together.
            """;

    @TempDir
    Path folder;

    @Test
    void the_same_bytes_come_out_with_a_memory_and_without() throws IOException {
        Path text = Files.writeString(folder.resolve("text.adoc"), TEXT);
        Path theme = Files.writeString(folder.resolve("theme.yml"), "extends: default-with-font-fallbacks\n");
        Map<String, Object> attributes = Map.of("pdf-theme", theme.toString());
        Path plain = folder.resolve("plain.pdf");
        Path quicker = folder.resolve("quicker.pdf");

        try (Typesetter typesetter = Typesetter.open()) {
            assertThat(typesetter
                            .printAsItIs(Format.PDF, text, plain, attributes)
                            .problems(List.of()))
                    .as("so that fallback fonts are looked for, and one character is in none of them")
                    .extracting(Problem::what)
                    .singleElement()
                    .asString()
                    .contains("Could not locate the character `ក'");
            assertThat(typesetter.print(Format.PDF, text, quicker, attributes).problems(List.of()))
                    .hasSize(1);
        }

        assertThat(quicker).hasSameBinaryContentAs(plain);
    }
}
