package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookMainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path root;

    @BeforeEach
    void a_small_repository() throws IOException {
        write("docs/book/book.css", "p { color: black }");
        write("docs/book/book.js", "// nothing");
        write("docs/book/book.adoc", "= Small\n\n== One\n\nText.\n\n[.end-of-chapter]\nThe end\n");
        Files.createDirectories(root.resolve("docs/questions"));
    }

    @Test
    void a_sound_book_is_published() {
        assertThat(run("--root", root.toString(), "--out", root.resolve("out").toString(), "--formats", "html"))
                .isZero();

        assertThat(root.resolve("out/html/index.html")).content().contains("<h1>Small</h1>", "href=\"one.html\"");
        assertThat(root.resolve("out/html/one.html")).content().contains(">One<", "Text.");
        assertThat(root.resolve("out/html/book.css")).content().isEqualTo("p { color: black }");
        assertThat(text(out)).startsWith("book: ").contains("index.html");
    }

    @Test
    void a_check_publishes_nothing() {
        assertThat(run(
                        "--root",
                        root.toString(),
                        "--out",
                        root.resolve("out").toString(),
                        "--formats",
                        "html",
                        "--check"))
                .isZero();

        assertThat(root.resolve("out")).doesNotExist();
        assertThat(text(out)).contains("every gate holds");
    }

    @Test
    void a_broken_book_lists_its_problems_and_leaves_the_published_page_alone() throws IOException {
        write("out/html/index.html", "yesterday");
        write("docs/book/book.adoc", "= Small\n\n== One\n\nIt costs {gone-01-units}. See <<nowhere>>.\n");

        assertThat(run("--root", root.toString(), "--out", root.resolve("out").toString(), "--formats", "html"))
                .isEqualTo(1);

        assertThat(root.resolve("out/html/index.html")).content().isEqualTo("yesterday");
        assertThat(text(err))
                .contains("docs/book/book.adoc:5: nothing measured gone-01-units in this build")
                .contains("docs/book/book.adoc:5: the reference nowhere leads nowhere")
                .contains("book: 2 problem(s), nothing published");
    }

    @Test
    void the_chapter_on_fidelity_is_made_anew_of_the_labels_each_time() throws IOException {
        write("docs/target/book/generated/fidelity.adoc", "What was true yesterday.\n");
        write(
                "docs/book/book.adoc",
                "= Small\n\n== One\n\ninclude::{generated}/fidelity.adoc[]\n\n[.end-of-chapter]\nThe end\n");

        assertThat(run("--root", root.toString(), "--out", root.resolve("out").toString(), "--formats", "html"))
                .as(text(err))
                .isZero();

        assertThat(root.resolve("out/html/one.html"))
                .content()
                .doesNotContain("yesterday")
                .contains("A partition serves at most 3,000 read units a second, of a table and of each index apart.")
                .contains("Faults that last, such as an Availability Zone that is away for minutes");
    }

    @Test
    void a_record_whose_test_is_gone_is_refused() throws IOException {
        write("docs/target/exhibits/old-01.properties", "test=dojo.exhibits.Old_01_Gone\nclaim=Gone.\nlocal.items=2\n");

        assertThat(run("--root", root.toString(), "--out", root.resolve("out").toString(), "--formats", "html"))
                .isEqualTo(1);

        assertThat(text(err)).contains("its test docs/src/test/java/dojo/exhibits/Old_01_Gone.java is gone");
    }

    @Test
    void all_formats_are_published_and_the_same_text_gives_the_same_bytes() {
        Path tiny = root.resolve("tiny");
        TinyBook.in(tiny);

        assertThat(run("--root", tiny.toString(), "--out", root.resolve("out").toString()))
                .as(text(err))
                .isZero();

        assertThat(text(out)).contains("dynamo-dojo.epub", "dynamo-dojo.pdf", "index.html");
        TinyBook.sound()
                .files()
                .forEach((file, bytes) ->
                        assertThat(root.resolve("out").resolve(file)).hasBinaryContent(bytes));
    }

    @Test
    void the_names_that_a_text_may_print_are_listed_and_nothing_is_set() {
        Path tiny = root.resolve("tiny");
        TinyBook.in(tiny);

        assertThat(run("--root", tiny.toString(), "--out", root.resolve("out").toString(), "--facts"))
                .isZero();

        assertThat(text(out).lines())
                .contains(
                        "fact:sky.colours[]  7 colours (documented)",
                        "  A rainbow has seven colours.",
                        "{sky-01-pixels}  2 (measured on DynamoDB Local)");
        assertThat(text(out)).contains("fact:partition.write-units[]  1,000 ");
        assertThat(root.resolve("out")).doesNotExist();
    }

    @Test
    void a_format_that_is_none_is_named_with_those_there_are() {
        assertThat(run("--root", root.toString(), "--out", root.toString(), "--formats", "html,mobi"))
                .isEqualTo(2);

        assertThat(text(err)).startsWith("no format \"mobi\"; there are html, pdf, epub");
    }

    @Test
    void missing_arguments_get_the_usage() {
        assertThat(run("--check")).isEqualTo(2);

        assertThat(text(err))
                .startsWith("usage: BookMain --root DIR --out DIR [--formats html,pdf,epub] [--check | --facts]");
    }

    @Test
    void a_root_that_holds_no_book_is_named() {
        Path empty = root.resolve("out");

        assertThat(run("--root", empty.toString(), "--out", empty.toString())).isEqualTo(2);

        assertThat(text(err)).contains("no docs/book/book.adoc below " + empty);
    }

    private int run(String... args) {
        return BookMain.run(args, OneTypesetter::shared, new PrintStream(out), new PrintStream(err));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
