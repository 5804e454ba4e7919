package dojo.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.screen.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeViewTest {

    private static List<String> shown(Outcome outcome) {
        return OutcomeView.lines(outcome, 60).stream().map(Line::text).toList();
    }

    @Test
    void a_value_is_named_and_items_keep_their_lines() {
        assertThat(shown(new Outcome.Value("read", "2 items\nPK = SESSION#s-3\n  META")))
                .containsExactly("read = 2 items", "PK = SESSION#s-3", "  META");
    }

    @Test
    void an_import_goes_without_saying_and_a_method_does_not() {
        assertThat(shown(new Outcome.Defined(""))).isEmpty();
        assertThat(shown(new Outcome.Defined("method f(int)"))).containsExactly("created method f(int)");
    }

    @Test
    void a_compile_error_is_underlined() {
        var problem = new Outcome.Problem(
                "cannot find symbol\n  symbol:   variable foo\n  location: class", "    foo + 1", 4, 7);

        assertThat(shown(new Outcome.Rejected(List.of(problem))))
                .containsExactly("✗ cannot find symbol", "  symbol:   variable foo", "  foo + 1", "  ^^^");
    }

    @Test
    void losing_the_process_says_what_is_lost() {
        assertThat(String.join(" ", shown(new Outcome.Lost("The process in which snippets run has ended"))))
                .contains("has ended")
                .contains("the table is as at the start");
    }
}
