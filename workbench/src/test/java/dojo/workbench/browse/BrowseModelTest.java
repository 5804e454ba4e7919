package dojo.workbench.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.browse.BrowseModel.Step;
import dojo.workbench.browse.BrowseModel.Wish;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.screen.Press;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowseModelTest {
    private static final int PAGE = 10;

    @TempDir
    Path root;

    private BrowseModel model;
    private Optional<Wish> wish = Optional.empty();

    @BeforeEach
    void many_exercises() throws IOException {
        Many.exercises(root, 67);
        model = BrowseModel.of(Catalogue.read(root), Progress.NONE);
    }

    private void press(Press press) {
        Step step = model.on(press, PAGE);
        model = step.model();
        wish = step.wish();
    }

    private void press(Press.Key key) {
        press(Press.of(key));
    }

    private void type(String letters) {
        letters.chars().forEach(letter -> press(Press.of((char) letter)));
    }

    private String chosen() {
        return model.chosen().map(Exercise::id).orElse("none");
    }

    private List<String> shown() {
        return model.shown().stream().map(Exercise::id).toList();
    }

    @Test
    void arrows_letters_and_page_keys_move_and_stop_at_both_ends() {
        type("k");
        assertThat(chosen()).isEqualTo("ex_1");
        type("jj");
        press(Press.Key.DOWN);
        assertThat(chosen()).isEqualTo("ex_4");
        press(Press.Key.UP);
        press(Press.Key.PAGE_DOWN);
        assertThat(chosen()).isEqualTo("ex_13");
        type("G");
        type("j ");
        assertThat(chosen()).isEqualTo("ex_67");
        press(Press.Key.PAGE_UP);
        assertThat(chosen()).isEqualTo("ex_57");
        press(Press.Key.HOME);
        assertThat(chosen()).isEqualTo("ex_1");
        press(Press.Key.END);
        type("g");
        assertThat(chosen()).isEqualTo("ex_1");
    }

    @Test
    void it_opens_where_the_learner_is_and_enter_continues_there() {
        model = BrowseModel.of(model.catalogue(), Progress.NONE.withCurrent("ex_40"));
        assertThat(chosen()).isEqualTo("ex_40");

        press(Press.Key.ENTER);

        assertThat(wish)
                .contains(new Wish.ContinueWith(model.catalogue().find("ex_40").orElseThrow()));
    }

    @Test
    void a_search_is_followed_letter_by_letter_and_letters_are_no_keys_meanwhile() {
        type("/qs");
        assertThat(model.filter().search()).isEqualTo("qs");
        assertThat(wish).isEmpty();
        assertThat(shown()).isEmpty();

        press(Press.Key.BACKSPACE);
        press(Press.Key.BACKSPACE);
        press(Press.Key.BACKSPACE);
        type("ex_6");
        assertThat(shown())
                .containsExactly("ex_6", "ex_60", "ex_61", "ex_62", "ex_63", "ex_64", "ex_65", "ex_66", "ex_67");

        press(Press.Key.ENTER);
        assertThat(model.typing()).isFalse();
        type("j");
        assertThat(chosen()).isEqualTo("ex_60");
        press(Press.Key.ENTER);
        assertThat(wish).isPresent();
    }

    @Test
    void escape_clears_a_search_first_and_leaves_next() {
        type("/ex_9");
        press(Press.Key.ESCAPE);
        assertThat(model.shown()).hasSize(67);
        assertThat(chosen()).as("what was found stays chosen").isEqualTo("ex_9");
        assertThat(wish).isEmpty();

        press(Press.Key.ESCAPE);
        assertThat(wish).contains(new Wish.Leave());
    }

    @Test
    void escape_goes_back_to_the_search_that_was_kept_before() {
        type("/ex_6");
        press(Press.Key.ENTER);
        type("/7");
        assertThat(model.filter().search()).isEqualTo("ex_67");

        press(Press.Key.ESCAPE);

        assertThat(model.filter().search()).isEqualTo("ex_6");
        assertThat(model.typing()).isFalse();
        assertThat(wish).isEmpty();
    }

    @Test
    void each_filter_key_goes_round_and_its_capital_goes_back() {
        type("l");
        assertThat(model.filter().words()).isEqualTo("level 1");
        type("ll");
        assertThat(model.filter().words()).isEqualTo("level 3");
        type("L");
        assertThat(model.filter().words()).isEqualTo("level 2");
        type("ll");
        assertThat(model.filter().words()).isEmpty();
        type("L");
        assertThat(model.filter().words()).isEqualTo("level 3");
    }

    @Test
    void filters_add_up_and_never_lead_to_nothing_and_a_shows_all() {
        type("tlmof");
        assertThat(model.filter().words()).isEqualTo("topic every, level 1, up to 5 min, open, fidelity local");
        for (int i = 0; i < 40; i++) {
            type(i % 2 == 0 ? "t" : "m");
            assertThat(model.shown()).as(model.filter().words()).isNotEmpty();
        }
        type("a");
        assertThat(model.shown()).hasSize(67);
    }

    @Test
    void what_is_chosen_stays_so_while_the_filter_shows_it() {
        type("jjj");
        assertThat(chosen()).isEqualTo("ex_4");
        type("l");
        assertThat(chosen()).isEqualTo("ex_4");
        type("l");
        assertThat(chosen()).as("the one after it").isEqualTo("ex_5");
    }

    @Test
    void skipping_goes_there_and_back_but_not_for_what_is_passed() {
        Exercise first = model.chosen().orElseThrow();
        type("s");
        assertThat(wish).contains(new Wish.Skip(first));

        model = model.with(Progress.NONE.withSkipped("ex_1"));
        type("s");
        assertThat(wish).contains(new Wish.Reopen(first));

        model = model.with(Progress.NONE.withPassed("ex_1"));
        type("s");
        assertThat(wish).isEmpty();
        assertThat(model.notice()).contains("ex_1 is passed; there is nothing to skip.");
        type("j");
        assertThat(model.notice()).isEmpty();
    }

    @Test
    void with_nothing_to_see_no_key_does_harm() {
        type("/zzz");
        press(Press.Key.ENTER);
        for (Press.Key key : Press.Key.values()) {
            press(key);
        }
        type("sjkgG tlmofTLMOF");
        assertThat(chosen()).isEqualTo("none");
        press(Press.Key.ENTER);
        assertThat(wish).isEmpty();
    }

    @Test
    void a_closed_terminal_leaves_even_while_typing() {
        type("/x");
        press(Press.Key.CLOSED);
        assertThat(wish).contains(new Wish.Leave());
    }
}
