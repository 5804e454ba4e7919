package dojo.workbench.shell;

import static dojo.workbench.shell.JavaText.Ink.COMMENT;
import static dojo.workbench.shell.JavaText.Ink.KEYWORD;
import static dojo.workbench.shell.JavaText.Ink.NUMBER;
import static dojo.workbench.shell.JavaText.Ink.OURS;
import static dojo.workbench.shell.JavaText.Ink.STRING;
import static dojo.workbench.shell.JavaText.Ink.TYPE;
import static dojo.workbench.shell.JavaText.Ink.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.shell.JavaText.Ink;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JavaTextTest {

    private static List<String> inked(String text, Ink ink) {
        return JavaText.of(text).tokens().stream()
                .filter(token -> token.ink() == ink)
                .map(token -> text.substring(token.from(), token.to()))
                .toList();
    }

    @Test
    void words_are_told_apart() {
        String text = "var key = Map.of(\"a\", 1_000L); ddb.query(q -> q.table(table)); // done";

        assertThat(inked(text, KEYWORD)).containsExactly("var");
        assertThat(inked(text, TYPE)).containsExactly("Map");
        assertThat(inked(text, STRING)).containsExactly("\"a\"");
        assertThat(inked(text, NUMBER)).containsExactly("1_000L");
        // A method that happens to be called table is not the name we bind.
        assertThat(inked(text, OURS)).containsExactly("ddb", "table");
        assertThat(inked(text, COMMENT)).containsExactly("// done");
    }

    @Test
    void some_words_are_keywords_only_before_a_word() {
        assertThat(inked("record Note(int n) {}", KEYWORD)).containsExactly("record", "int");
        assertThat(inked("record.n() + yield", KEYWORD)).isEmpty();
    }

    @Test
    void what_stands_in_strings_and_comments_is_no_bracket() {
        assertThat(JavaText.of("f(\"}\", '}', /* } */ 1) // }").open()).isEmpty();
        assertThat(inked("f(\"}\", '\\'')", WRONG)).isEmpty();
        assertThat(JavaText.of("\"\"\"\n } \\\"\"\" { \"\"\" + (").open()).hasSize(1);
    }

    @Test
    void a_bracket_that_closes_nothing_is_wrong_and_so_is_a_string_that_never_ends() {
        assertThat(inked("f(a])", WRONG)).containsExactly("]");
        assertThat(inked(")", WRONG)).containsExactly(")");
        assertThat(inked("f(\"no end\n)", WRONG)).containsExactly("\"no end");
        assertThat(inked("f(\"being typed", WRONG)).isEmpty();
    }

    @Test
    void a_line_is_indented_by_the_lines_with_open_brackets() {
        assertThat(JavaText.steps("int f() {")).isEqualTo(1);
        assertThat(JavaText.steps("int f() {\n    return Map.of(List.of(")).isEqualTo(2);
        assertThat(JavaText.steps("int six =")).isEqualTo(1);
        assertThat(JavaText.steps("var text = f(\"\"\"\n  as it stands")).isZero();
        assertThat(JavaText.indentOfOpening("class A {\n    int f() {\n        return 1;\n"))
                .isEqualTo("    ");
    }

    @Test
    void no_text_is_refused_and_tokens_never_overlap() {
        Random random = new Random(7);
        String letters = "\"'`/*\\\n {}()[]@a1.T_\u00e9\ud83d";
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            int end = 0;
            for (JavaText.Token token : JavaText.of(text.toString()).tokens()) {
                assertThat(token.from()).as(text.toString()).isGreaterThanOrEqualTo(end);
                assertThat(token.to()).as(text.toString()).isGreaterThan(token.from());
                end = token.to();
            }
            assertThat(end).isLessThanOrEqualTo(text.length());
            assertThat(JavaText.steps(text.toString())).isNotNegative();
            JavaText.indentOfOpening(text.toString());
        }
    }

    @Test
    void a_long_text_is_read_in_one_pass() {
        // Nested as deep as no person nests: a scan that looks back would take minutes.
        String text = "f(".repeat(100_000) + ")".repeat(100_000);

        assertThat(JavaText.of(text).open()).isEmpty();
    }
}
