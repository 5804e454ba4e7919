package dojo.workbench.watch;

import static dojo.workbench.watch.Driver.CATALOGUE;
import static dojo.workbench.watch.Driver.FIRST;
import static dojo.workbench.watch.Driver.ROOT;
import static dojo.workbench.watch.Driver.SECOND;
import static dojo.workbench.watch.Driver.fails;
import static dojo.workbench.watch.Driver.passes;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Difference;
import dojo.workbench.exercise.Progress;
import dojo.workbench.screen.Screen;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class PlainFaceTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private WatchModel model =
            WatchModel.of(CATALOGUE, Progress.NONE.withCurrent(FIRST.id()), Settings.USUAL, new Window(ROOT, 80, 0));
    private PlainFace face = face("");

    private PlainFace face(String typed) {
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new PlainFace(new BufferedReader(new StringReader(typed)), Screen.of(stream, stream));
    }

    private void on(Event event) {
        WatchModel before = model;
        WatchModel.Step step = model.on(event);
        model = step.model();
        if (step.effects().contains(new Effect.Draw())) {
            face.show(before, model);
        }
    }

    private void save(Verdict verdict) {
        on(new Event.Touched());
        on(new Event.Quiet(model.work().ticket()));
        on(new Event.Checked(verdict));
    }

    /** What was told since this was asked last. */
    private String told() {
        String text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text;
    }

    @Test
    void the_task_a_check_and_its_verdict_are_told_one_after_another() {
        on(new Event.Opened());
        assertThat(told())
                .containsSubsequence("Find one", "Task", "edit ", "checking find_one")
                .doesNotContain("\u001b");

        on(new Event.Checked(fails(FIRST)));
        assertThat(told())
                .containsSubsequence("find_one fails", "0 of 3 exercises passed", "You can type: skip, run again")
                .doesNotContain("Task\n");
    }

    @Test
    void a_pass_tells_what_to_take_away_once() {
        on(new Event.Opened());
        on(new Event.Checked(fails(FIRST)));
        told();
        save(passes(FIRST));
        on(new Event.Read(FIRST.id(), new Aftermath(Difference.NONE, List.of())));

        assertThat(told())
                .containsSubsequence("find_one passes", "You can type: next")
                .containsOnlyOnce("What to take away");
    }

    @Test
    void a_command_typed_during_a_check_waits_for_the_verdict() throws Exception {
        face = face("hint\nn\n");
        face.start(events::add);
        on(new Event.Opened());
        assertThat(events).isEmpty();

        on(new Event.Checked(passes(FIRST)));
        assertThat(events.take()).isEqualTo(new Event.Key('h'));
        on(new Event.Key('h'));
        assertThat(events.take()).isEqualTo(new Event.Key('n'));
        on(new Event.Key('n'));
        on(new Event.Checked(fails(SECOND)));
        assertThat(events.take()).as("at the end of the input").isEqualTo(new Event.Key('q'));
        assertThat(told()).containsSubsequence("Hint 1 of", "count_words", "count_words fails");
    }

    @Test
    void words_letters_and_beginnings_of_words_are_understood() {
        on(new Event.Opened());
        on(new Event.Checked(fails(FIRST)));

        assertThat(List.of("h", "hint", "check", "CHECK ALL", "reset", "run"))
                .extracting(word -> PlainView.key(word, model).orElseThrow())
                .containsExactly('h', 'h', 'c', 'c', 'x', 'r');
        assertThat(PlainView.key("next", model)).isEmpty();
        assertThat(PlainView.help("next", model).get(0).text())
                .startsWith("\"next\" is no command here now. You can type: skip");
    }

    @Test
    void a_question_is_answered_with_yes_or_no() {
        on(new Event.Opened());
        on(new Event.Checked(fails(FIRST)));
        told();

        on(new Event.Key('x'));

        assertThat(told()).contains("Back to the starter?", "(yes or no)");
        assertThat(PlainView.key("yes", model)).contains('y');
    }
}
