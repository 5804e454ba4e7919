package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** What is set on trial before it is set; often enough that some of it has to move to the next page. */
    private static final String KEPT_TOGETHER = """

            == Of trials

            Lines are broken at a hyphen-ated word, a soft&#173;hyphen and a zero&#8203;width space, and be&#173;fore 語語語.footnote:[With _words_ of its own.]
            WORDS

            [%unbreakable,cols="1,3"]
            |===
            |A head |of `code` and *more*

            |image:sign.svg[width=20] 1,000 |*bold*, _slant_, `code`, https://aws[AWS] and → in a cell +
            of two lines
            |Pneumonoultramicroscopicsilicovolcanoconiosis |
            a|* a list
            * in a cell
            |H~2~O ក
            |The same text in a narrow cell and in a wide one, where it has fewer lines |
            | |The same text in a narrow cell and in a wide one, where it has fewer lines
            |===

            .Of a listing
            [%unbreakable,java]
            ----
            LINES
            ----

            .Of one that may be broken
            ----
            LINES
            LINES
            ----

            .Of a table that may be broken
            [%breakable,cols="1,1"]
            |===
            |LINES |Cells
            |that |follow
            ROWS|===

            ====
            A block that may be broken.

            ....
            LINES
            ....
            ====

            [%unbreakable]
            ====
            A block of blocks.

            NOTE: A note in it, and the same note again.

            |===
            |in a table |of a block
            |===
            ====

            image::sign.svg[pdfwidth=30%]
            """;

    @TempDir
    Path folder;

    @Test
    void the_same_bytes_come_out_with_a_memory_and_without() throws IOException {
        Files.writeString(
                folder.resolve("sign.svg"),
                "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='40'><text y='20'>Ty</text></svg>");
        String kept = IntStream.rangeClosed(1, 7)
                .mapToObj(i -> KEPT_TOGETHER
                        .replace("LINES", "int x;\n".repeat(4 * i).strip())
                        .replace("WORDS", "x".repeat(i) + " or in**divis**ible".repeat(40))
                        .replace("ROWS", "|one |another\n".repeat(9)))
                .collect(Collectors.joining());
        Path text = Files.writeString(folder.resolve("text.adoc"), TEXT + kept);
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
