package dojo.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.shell.Script.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {

    /** As many brackets closed as opened: enough of Java for these tests. */
    private static boolean balanced(String text) {
        return text.chars().filter(c -> c == '{' || c == '(').count()
                == text.chars().filter(c -> c == '}' || c == ')').count();
    }

    private static List<Step> steps(String text) {
        return Script.parse(text.lines().toList(), ScriptTest::balanced).steps();
    }

    @Test
    void blank_lines_and_comments_between_snippets_are_skipped() {
        assertThat(steps("// Idea: count\n\nint a = 1\n   // more\nint b = 2"))
                .containsExactly(new Step(3, "int a = 1", true), new Step(5, "int b = 2", true));
    }

    @Test
    void a_snippet_goes_on_until_its_brackets_are_closed() {
        assertThat(steps("int f() {\n  // why\n\n  return 1;\n}\nf()"))
                .containsExactly(new Step(1, "int f() {\n  // why\n\n  return 1;\n}", true), new Step(6, "f()", true));
    }

    @Test
    void a_line_that_starts_with_a_dot_belongs_to_the_one_before() {
        assertThat(steps("read.items()\n    .size()")).containsExactly(new Step(1, "read.items()\n    .size()", true));
    }

    @Test
    void what_can_only_go_on_belongs_to_the_snippet_before() {
        assertThat(steps("if (a) {\n}\nelse {\n}\nb()\n    || c()"))
                .containsExactly(new Step(1, "if (a) {\n}\nelse {\n}", true), new Step(5, "b()\n    || c()", true));
    }

    @Test
    void commands_stand_on_a_line_of_their_own_and_comments_are_no_commands() {
        assertThat(steps("/answer turns 6\n/* note */ int c = 3"))
                .containsExactly(new Step(1, "/answer turns 6", true), new Step(2, "/* note */ int c = 3", true))
                .extracting(Step::isCommand)
                .containsExactly(true, false);
    }

    @Test
    void a_snippet_that_is_open_at_the_end_of_the_file_is_not_finished() {
        assertThat(steps("int ok = 1\nint f() {\n  return 1;\n"))
                .containsExactly(new Step(1, "int ok = 1", true), new Step(2, "int f() {\n  return 1;", false));
    }
}
