package dojo.workbench.watch;

import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.watch.WatchModel.Notice;
import dojo.workbench.watch.WatchModel.Question;
import dojo.workbench.watch.WatchModel.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step of the watch view in the making: a copy of the state to change, and the effects so far. */
final class Change {
    final WatchModel from;
    final List<Effect> effects = new ArrayList<>();
    Progress progress;
    Settings settings;
    Window window;
    Exercise exercise;
    Optional<Verdict> verdict;
    Panel panel;
    int page;
    Optional<Question> question;
    Optional<Notice> notice;
    Optional<Aftermath> after;
    Work work;
    Visit visit;

    Change(WatchModel from) {
        this.from = from;
        progress = from.progress();
        settings = from.settings();
        window = from.window();
        exercise = from.exercise();
        verdict = from.verdict();
        panel = from.panel();
        page = from.page();
        question = from.question();
        notice = from.notice();
        after = from.after();
        work = from.work();
        visit = from.visit();
    }

    Step on(Event event) {
        if (event instanceof Event.Opened) {
            enter(exercise);
        } else if (event instanceof Event.Key key) {
            new Pressing(this).press(key.key());
        } else if (event instanceof Event.Closed) {
            effects.add(new Effect.Quit());
        } else if (!new Checking(this).on(event)) {
            news(event);
        }
        return new Step(model(), List.copyOf(effects));
    }

    private void news(Event event) {
        if (event instanceof Event.Told told) {
            tell(told.sentence());
        } else if (event instanceof Event.Restored restored) {
            save(new Effect.Forgotten(restored.exercise())); // Only now: had it failed, nothing would be lost.
            after = Optional.empty();
            tell(restored.sentence());
        } else if (event instanceof Event.Answered answered) {
            show(new Panel.Answer(answered.text()));
        } else if (event instanceof Event.Read read) {
            after = read.exercise().equals(exercise.id()) ? Optional.of(read.after()) : after;
            draw();
        } else if (event instanceof Event.Compared compared) {
            compared(compared);
        } else if (event instanceof Event.Second second) {
            second(second.left());
        } else if (event instanceof Event.LongEnough stayed) {
            visit = stayed.exercise().equals(exercise.id()) ? visit.stayed() : visit;
            draw();
        } else if (event instanceof Event.Saved saved) {
            know(saved.progress());
        } else if (event instanceof Event.Chosen chosen) {
            chosen(chosen.exercise());
        } else if (event instanceof Event.NoWindow missed) {
            withoutWindow(missed.what());
        } else if (event instanceof Event.Resized resized) {
            window = window.sized(resized.columns(), resized.rows());
            draw();
        }
    }

    /** What the file says now; it may say more than was asked of it, such as the day of a pass. */
    private void know(Progress now) {
        if (!now.equals(progress)) {
            progress = now;
            draw();
        }
    }

    private void compared(Event.Compared compared) {
        if (compared.exercise().equals(exercise.id())) {
            notice = Optional.empty();
            show(new Panel.Bills(compared.answers()));
        }
    }

    /** Goes to another exercise: by a key, or at the end of a countdown that was asked for. */
    void moveTo(Exercise next) {
        panel = new Panel.Task();
        verdict = Optional.empty();
        enter(next);
    }

    private void withoutWindow(Elsewhere what) {
        if (what == Elsewhere.QUESTIONS) {
            tell("Run ./dojo answer " + exercise.id() + " in another window.");
        } else if (what == Elsewhere.PRIMER) {
            tell("Run ./dojo primer --plain in another window; it prints ten minutes for those who know SQL.");
        } else if (what == Elsewhere.PLACEMENT) {
            tell("This terminal cannot show the questions; ./dojo placement --answers works everywhere.");
        } else {
            show(panel instanceof Panel.Overview ? new Panel.Nothing() : new Panel.Overview());
        }
    }

    /** Somebody who only looked comes back to what they left. */
    private void chosen(Optional<Exercise> chosen) {
        Optional<Exercise> other = chosen.filter(one -> !one.equals(exercise));
        other.ifPresent(this::moveTo);
        if (other.isEmpty()) {
            draw();
        }
    }

    private void enter(Exercise next) {
        exercise = next;
        page = 0;
        after = Optional.empty();
        visit = Visit.NEW;
        save(new Effect.Current(next.id()));
        effects.add(new Effect.Follow(next));
        new Checking(this).check();
    }

    private void second(int left) {
        if (visit.secondsLeft() != left + 1) {
            return; // Of a countdown that was stopped.
        }
        visit = visit.counting(left);
        if (left > 0) {
            effects.add(new Effect.Count(left));
            draw();
        } else {
            from.next().ifPresent(this::moveTo);
        }
    }

    void tell(String sentence) {
        notice = Optional.of(new Notice(sentence, true));
        draw();
    }

    void show(Panel other) {
        panel = other;
        page = 0;
        draw();
    }

    void save(Effect.Save change) {
        progress = change.apply(progress);
        effects.add(change);
    }

    void draw() {
        effects.add(new Effect.Draw());
    }

    /** The state as it is by now. */
    WatchModel model() {
        return new WatchModel(
                from.catalogue(),
                progress,
                settings,
                window,
                exercise,
                verdict,
                panel,
                page,
                question,
                notice,
                after,
                work,
                visit);
    }
}
