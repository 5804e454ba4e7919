package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every gate of the book against the defect that it finds: the tiny book is sound, and with one defect it is not.
 *
 * <p>A gate that stops firing fails here, by its name.
 */
class GatesTest {

    private static final String SKY = "docs/book/sky.adoc";
    private static final String QUESTION = "docs/questions/q77-why-blue.adoc";
    private static final String CODE = "docs/src/test/java/dojo/exhibits/Sky_01_IsBlue.java";
    private static final String SENTENCE = "The end comes at dusk.";

    /**
     * A defect.
     *
     * @param gate the name of the gate that must find it
     * @param file in which it is seeded
     * @param from what is sound there; nothing if the file is new, or grows
     * @param to what stands there instead
     * @param finding a part of what the gate says
     */
    record Seed(String gate, String file, String from, String to, String finding) {
        @Override
        public String toString() {
            return gate;
        }
    }

    @TempDir
    Path folder;

    @Test
    void the_tiny_book_is_sound_in_every_format() {
        assertThat(TinyBook.sound().problems()).isEmpty();
        assertThat(TinyBook.sound().files().keySet()).contains("dynamo-dojo.pdf", "dynamo-dojo.epub");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"ofTheText", "ofThePage", "ofThePictures"})
    void a_gate_finds_its_defect(Seed seed) {
        Book.Edition edition =
                TinyBook.in(folder).replace(seed.file, seed.from, seed.to).typeset(EnumSet.of(Format.HTML));

        assertThat(edition.problems())
                .as(seed.gate)
                .anySatisfy(problem -> assertThat(problem.what()).contains(seed.finding));
    }

    static Stream<Seed> ofTheText() {
        return Stream.of(
                text("reference, which Asciidoctor tells at INFO", "<<q77-why-blue,", "<<q78,", "q78 leads nowhere"),
                text("attribute", "{sky-01-pixels}", "{sky-01-suns}", "nothing measured sky-01-suns in this build"),
                text("include", "=== What to watch", "include::gone.adoc[]", "include file not found"),
                text("message of Asciidoctor", SENTENCE, "<1> " + SENTENCE, "no callout found for <1>"),
                text("fact", "fact:partition.write-units[]", "fact:no.such[]", "no fact is named no.such"),
                text("calculation", "calc:[2 *", "calc:[2 * no-such *", "\"no-such\" is no fact and nothing measured"),
                text(
                        "inline Java",
                        "include::{exhibits}",
                        "int typed;\ninclude::{exhibits}",
                        "Java typed into the text"),
                text("listing by tag", "[tag=look,indent=0]", "[]", "a listing without a tag"),
                text("tag that exists", "tag=look", "tag=listen", "no tag listen in "),
                text("code folder", "{exhibits}/", "{scratch}/", "{scratch} is no folder of code"),
                text("typed number", SENTENCE, "It takes 4 write units.", "\"4 write units\" was typed by hand"),
                text("unverified claim", SENTENCE, "The sky is ten miles high.", "is stated as fact"),
                new Seed(
                        "tag that is used",
                        CODE,
                        "    // tag::look[]",
                        "    // tag::left[]\n    // tag::look[]",
                        "tag left is"),
                new Seed("width of a listing", CODE, "a clear day", "a clear day".repeat(8), "listing look is "),
                new Seed(
                        "claim with evidence",
                        QUESTION,
                        ", as <<sky-01>> shows",
                        " 7 ways",
                        "claims \"7\" without evidence"),
                new Seed("shape of a question", QUESTION, "== Deeper", "== Depth", "section \"Deeper\" is missing"),
                new Seed(
                        "record of an exhibit",
                        QUESTION,
                        ":exhibit: sky-01",
                        ":exhibit: sky-09",
                        "sky-09 left no record"),
                new Seed("ranking", "docs/questions/ranking.txt", "Light\n  q77-why-blue\n", "", "q77-why-blue has no"),
                new Seed(
                        "test of a record",
                        "docs/target/exhibits/old-01.properties",
                        "",
                        "test=dojo.Old_01_Gone",
                        "is gone"),
                new Seed(
                        "row of facts",
                        "docs/facts.txt",
                        "7 colours",
                        "many colours",
                        "is no name and number with a unit"),
                chart("chart with a title", "|Light by the hour|", "||", "the chart light has no title"),
                chart(
                        "chart in words",
                        "It is brightest at noon, and in the evening more of it",
                        "So it",
                        "does not say what is to be seen"),
                text(
                        "chart that is shown",
                        "include::{charts}/sky-01-warmth.adoc[]",
                        "",
                        "the chart warmth is shown nowhere"),
                chart("points of a chart", "light.12=9|1", "light.12=9", "a point without a number for each"),
                new Seed("misconception", "docs/misconceptions.txt", "proof: sky-01\n", "", "proof"),
                new Seed(
                        "coverage",
                        "exercises/coverage.txt",
                        "",
                        "= Light\nQ1 it is blue -> gone_exercise\n",
                        "gone_exercise"));
    }

    /** What Asciidoctor passes on as it stands is judged on the page only. */
    static Stream<Seed> ofThePage() {
        return Stream.of(
                text("anchor", SENTENCE, "+++<a href=\"#gone\">There</a>+++", "leads to #gone, which is nowhere"),
                text("id", SENTENCE, "+++<i id=\"sky\">I</i> <i id=\"sky\">I</i>+++", "id sky stands twice"),
                text("link between pages", SENTENCE, "link:gone.html[There]", "leads to gone.html, which is nowhere"),
                text(
                        "resource",
                        SENTENCE,
                        "+++<script src=\"https://a.test/b.js\"></script>+++",
                        "fetches https://a.test/b.js"),
                text("style", SENTENCE, "+++<style>@import 'a.css';</style>+++", "a style sheet fetches something"),
                text(
                        "image text",
                        SENTENCE,
                        "image::data:image/gif;base64,AAAA[]",
                        "has no text for those who cannot see"),
                text(
                        "image file",
                        SENTENCE,
                        "image::dusk.png[Red clouds over a flat sea]",
                        "image dusk.png is not there"),
                text("heading", SENTENCE, "+++<h5>Dusk</h5>+++", "\"Dusk\" skips a level"),
                text("markup", SENTENCE, "{empty}== Dusk", "markup shows through: \"== Dusk\""),
                text(
                        "closing mark",
                        "[.end-of-chapter]\n{end-of-chapter}",
                        "More.",
                        "does not end with its closing mark"));
    }

    /** Pictures that no exhibit recorded lack what a chart brings. */
    static Stream<Seed> ofThePictures() {
        String sound = "<svg role=\"img\" aria-labelledby=\"t d\"><title id=\"t\">A</title><desc id=\"d\">B</desc>"
                + "<text>C</text></svg>";
        return Stream.of(
                text("title of a picture", SENTENCE, raw(sound.replace("A", "")), "a picture has no title"),
                text("description", SENTENCE, raw(sound.replace(">B<", "><")), "a picture has no description"),
                text("role", SENTENCE, raw(sound.replace("img", "figure")), "is not an image labelled by"),
                text("label", SENTENCE, raw(sound.replace("t d", "t")), "is not an image labelled by its title"),
                text("text in a picture", SENTENCE, raw(sound.replace("text", "g")), "has no text that is text"),
                text("badge of a chart", SENTENCE, raw(sound), "does not say how its numbers are known"),
                text("numbers of a chart", SENTENCE, raw(sound), "has no table of its numbers"));
    }

    private static String raw(String html) {
        return "+++" + html + "+++";
    }

    private static Seed chart(String gate, String from, String to, String finding) {
        return new Seed(gate, "docs/target/exhibits/sky-01.properties", from, to, finding);
    }

    /** A part of one chapter is in the outline together with it; the second chapter is the one to miss. */
    private static final String SECOND_CHAPTER =
            "[#before]\n== Before the facts\n\nThey come.\n\n[.end-of-chapter]\n{end-of-chapter}\n\n";

    /** Setting a book for paper takes seconds: all its defects are in one, each in a chapter of its own. */
    @Test
    void each_gate_of_the_paper_finds_its_defect() {
        Book.Edition edition = TinyBook.in(folder)
                .replace("docs/book/paper-theme.yml", "extends: default-with-font-fallbacks", "extends: default")
                .replace("docs/book/book.adoc", ":outlinelevels: 2", ":outlinelevels: 0")
                .replace("docs/book/book.adoc", "[#facts]\n", SECOND_CHAPTER + "[#facts]\n")
                .replace(SKY, SENTENCE, "A star: \u2605.\n\n<<<\n\nShort.\n\n<<<\n\n[.facts]\n" + SENTENCE)
                .typeset(EnumSet.of(Format.PDF));

        assertThat(edition.problems())
                .extracting(Problem::what)
                .anyMatch(what -> what.matches("no font has \\[\".\" in .*NotoSerif]"))
                .anyMatch("the chapter that ends here is not in the outline"::equals)
                .anyMatch(what -> what.matches("only \\d+% of the page is used"));
    }

    @Test
    void the_gate_of_the_e_book_finds_its_defect() {
        Book.Edition edition = TinyBook.in(folder)
                .replace(SKY, SENTENCE, "+++<blink>Dusk</blink>+++")
                .typeset(EnumSet.of(Format.EPUB));

        assertThat(edition.problems())
                .extracting(Problem::what)
                .anyMatch(what -> what.startsWith("ERROR RSC-005") && what.contains("blink"));
    }

    private static Seed text(String gate, String from, String to, String finding) {
        return new Seed(gate, SKY, from, to, finding);
    }

    private static List<String> names() {
        return Stream.of(ofTheText(), ofThePage(), ofThePictures())
                .flatMap(seeds -> seeds)
                .map(Seed::gate)
                .toList();
    }

    @Test
    void each_gate_has_a_name_of_its_own() {
        assertThat(names()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(30);
    }
}
