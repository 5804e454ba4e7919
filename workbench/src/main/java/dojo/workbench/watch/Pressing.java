package dojo.workbench.watch;

import dojo.workbench.check.Pointer;
import dojo.workbench.exercise.FirstHints;
import dojo.workbench.watch.WatchModel.Question;
import java.util.Optional;

/** What keys do to the watch view. */
final class Pressing {
    private final Change to;

    Pressing(Change to) {
        this.to = to;
    }

    void press(char key) {
        if (to.from.countingDown() && key != 'n' && key != 'q') {
            stopCountdown();
        } else if (Keys.works(to.from, key)) {
            to.notice = Optional.empty();
            if (to.question.isPresent()) {
                answer(to.question.get(), key == 'y');
            } else {
                perform(key);
            }
        } else {
            Keys.whyNot(to.from, key).ifPresent(to::tell);
        }
    }

    private void stopCountdown() {
        to.visit = to.visit.counting(0);
        to.tell("Stopped; you stay here until you press n.");
    }

    private void perform(char key) {
        switch (key) {
            case 'n' -> to.from.next().ifPresent(to::moveTo);
            case 'k' -> skip();
            case 'r' -> new Checking(to).check();
            case 'g' -> to.effects.add(new Effect.OpenShell(to.exercise));
            case 'o' -> to.effects.add(new Effect.Open(to.exercise, to.verdict.flatMap(Pointer::of)));
            case 'h' -> hint();
            case 't' -> to.show(to.panel instanceof Panel.Task ? new Panel.Nothing() : new Panel.Task());
            case 'v' -> to.show(new Panel.Nothing());
            case 's' -> solution();
            case 'b' -> bills();
            case 'd' -> to.show(new Panel.Compared());
            case 'l' -> to.effects.add(new Effect.OpenWindow(Elsewhere.LIST));
            case 'i' -> to.effects.add(new Effect.OpenWindow(Elsewhere.PRIMER));
            case 'p' -> to.effects.add(new Effect.OpenWindow(Elsewhere.PLACEMENT));
            case 'a' -> to.effects.add(new Effect.OpenWindow(Elsewhere.QUESTIONS));
            case 'c' -> new Checking(to).checkAll(false);
            case 'A' -> autoAdvance();
            case 'm' -> more();
            case 'x' -> ask(Question.RESET);
            default -> to.effects.add(new Effect.Quit());
        }
    }

    private void answer(Question asked, boolean yes) {
        to.question = Optional.empty();
        if (yes && asked == Question.RESET) {
            to.panel = new Panel.Task();
            to.page = 0;
            to.effects.add(new Effect.Reset(to.exercise));
        } else if (yes) {
            to.save(new Effect.Assisted(to.exercise.id()));
            to.effects.add(new Effect.ReadAnswer(to.exercise));
        }
        to.draw();
    }

    private void hint() {
        Optional<FirstHints.Entry> first = Ladder.firstHint(to.from);
        if (first.isPresent()) {
            to.visit = to.visit.told(first.get().term());
            to.effects.add(new Effect.ToldFirst(to.exercise, first.get()));
            to.show(new Panel.FirstHint(first.get()));
            return;
        }
        int most = to.exercise.readme().hints().size();
        int level = Math.min(
                most, to.panel instanceof Panel.Hint shown ? shown.level() + 1 : to.progress.hints(to.exercise) + 1);
        to.save(new Effect.Hinted(to.exercise.id(), level));
        to.show(new Panel.Hint(level));
    }

    private void solution() {
        if (Ladder.isEarned(to.from)) {
            to.effects.add(new Effect.ReadAnswer(to.exercise));
        } else {
            ask(Question.SHOW_ANSWER);
        }
    }

    private void bills() {
        to.effects.add(new Effect.Compare(to.exercise));
        to.tell("Running every right answer for its bill…");
    }

    private void autoAdvance() {
        boolean on = !to.settings.autoAdvance();
        to.settings = to.settings.withAutoAdvance(on);
        to.effects.add(new Effect.Remember(to.settings));
        to.tell(
                on
                        ? "From now on a pass leads to the next exercise after " + to.settings.seconds()
                                + " seconds, unless you press a key."
                        : "From now on you stay on what you passed until you press n.");
    }

    /** What is skipped stays open: whoever goes on at the end comes round to it again. */
    private void skip() {
        to.save(new Effect.Skipped(to.exercise.id()));
        to.from.next().ifPresent(to::moveTo);
    }

    private void more() {
        to.page = (to.page + 1) % WatchView.pages(to.from);
        to.draw();
    }

    private void ask(Question asked) {
        to.question = Optional.of(asked);
        to.draw();
    }
}
