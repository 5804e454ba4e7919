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
    private final WatchModel from;
    private final List<Effect> effects = new ArrayList<>();
    private Progress progress;
    private Exercise exercise;
    private Optional<Verdict> verdict;
    private Panel panel;
    private Optional<Question> question;
    private Optional<Notice> notice;
    private boolean checking;
    private boolean checkingAll;
    private boolean stale;
    private int ticket;

    Change(WatchModel from) {
        this.from = from;
        progress = from.progress();
        exercise = from.exercise();
        verdict = from.verdict();
        panel = from.panel();
        question = from.question();
        notice = from.notice();
        checking = from.checking();
        checkingAll = from.checkingAll();
        stale = from.stale();
        ticket = from.ticket();
    }

    Step on(Event event) {
        if (event instanceof Event.Opened) {
            enter(exercise);
        } else if (event instanceof Event.Key key) {
            key(key.key());
        } else if (event instanceof Event.Touched) {
            ticket++;
            effects.add(new Effect.Wait(ticket));
        } else if (event instanceof Event.Quiet quiet) {
            quiet(quiet.ticket());
        } else if (event instanceof Event.Checked checked) {
            checked(checked.verdict());
        } else if (event instanceof Event.NotChecked notChecked) {
            notChecked(notChecked);
        } else {
            news(event);
        }
        return step();
    }

    private void news(Event event) {
        if (event instanceof Event.AllChecked all) {
            allChecked(all.verdicts());
        } else if (event instanceof Event.Told told) {
            tell(told.sentence());
        } else if (event instanceof Event.Restored restored) {
            save(new Effect.Forgotten(restored.exercise())); // Only now: had it failed, nothing would be lost.
            tell(restored.sentence());
        } else if (event instanceof Event.Answered answered) {
            panel = new Panel.Answer(answered.text());
            draw();
        } else if (event instanceof Event.Read read) {
            progress = read.progress();
        } else if (event instanceof Event.Back) {
            check();
        } else if (event instanceof Event.Closed) {
            effects.add(new Effect.Quit());
        } else {
            draw();
        }
    }

    private void key(char key) {
        if (!Keys.works(from, key)) {
            return;
        }
        notice = Optional.empty();
        if (question.isPresent()) {
            answer(question.get(), key == 'y');
            return;
        }
        switch (key) {
            case 'n' -> from.next().ifPresent(this::moveTo);
            case 'k' -> from.next().ifPresent(this::skipTo);
            case 'r' -> check();
            case 'g' -> effects.add(new Effect.OpenShell(exercise));
            case 'h' -> hint();
            case 't' -> show(new Panel.Task());
            case 's' -> solution();
            case 'l' -> show(panel instanceof Panel.Overview ? new Panel.Nothing() : new Panel.Overview());
            case 'c' -> checkAll();
            case 'x' -> ask(Question.RESET);
            default -> effects.add(new Effect.Quit());
        }
    }

    private void answer(Question asked, boolean yes) {
        question = Optional.empty();
        if (yes && asked == Question.RESET) {
            panel = new Panel.Task();
            effects.add(new Effect.Reset(exercise));
        } else if (yes) {
            save(new Effect.Assisted(exercise.id()));
            effects.add(new Effect.ReadAnswer(exercise));
        }
        draw();
    }

    private void hint() {
        int most = exercise.readme().hints().size();
        int level =
                Math.min(most, panel instanceof Panel.Hint shown ? shown.level() + 1 : progress.hints(exercise) + 1);
        save(new Effect.Hinted(exercise.id(), level));
        show(new Panel.Hint(level));
    }

    private void solution() {
        if (progress.hasPassed(exercise) || progress.wasAssisted(exercise)) {
            effects.add(new Effect.ReadAnswer(exercise));
        } else {
            ask(Question.SHOW_ANSWER);
        }
    }

    private void checkAll() {
        checkingAll = true;
        effects.add(new Effect.CheckAll());
        draw();
    }

    private void allChecked(List<Verdict> verdicts) {
        checkingAll = false;
        panel = new Panel.All(List.copyOf(verdicts));
        for (Verdict one : verdicts) {
            if (one.passed()) {
                from.catalogue().find(one.graded().exercise()).ifPresent(passed -> note(passed, one));
            }
        }
        draw();
        if (stale) {
            check();
        }
    }

    private void moveTo(Exercise next) {
        panel = new Panel.Task();
        verdict = Optional.empty();
        enter(next);
    }

    /** What is skipped stays open: whoever goes on at the end comes round to it again. */
    private void skipTo(Exercise next) {
        save(new Effect.Skipped(exercise.id()));
        moveTo(next);
    }

    private void enter(Exercise next) {
        exercise = next;
        save(new Effect.Current(next.id()));
        effects.add(new Effect.Follow(next));
        check();
    }

    /** Only the latest quiet time counts: an editor that writes twice causes one check. */
    private void quiet(int ended) {
        if (ended != ticket) {
            return;
        }
        if (checking || checkingAll) {
            stale = true;
        } else {
            panel = new Panel.Nothing();
            check();
        }
    }

    private void check() {
        checking = true;
        stale = false;
        notice = notice.filter(Notice::lasting);
        draw();
        effects.add(new Effect.Check(exercise));
    }

    private void checked(Verdict said) {
        if (!said.graded().exercise().equals(exercise.id())) {
            return;
        }
        checking = false;
        if (stale) {
            panel = new Panel.Nothing();
            check();
            return;
        }
        verdict = Optional.of(said);
        notice = notice.filter(kept -> said instanceof Verdict.NotStarted);
        if (said.passed()) {
            panel = panel instanceof Panel.Answer ? panel : new Panel.Nothing();
        }
        note(exercise, said);
        draw();
    }

    private void notChecked(Event.NotChecked event) {
        if (!event.exercise().equals(exercise.id())) {
            return;
        }
        checking = false;
        notice = Optional.of(new Notice(event.sentence(), false));
        draw();
        if (stale) {
            check();
        }
    }

    private void tell(String sentence) {
        notice = Optional.of(new Notice(sentence, true));
        draw();
    }

    private void ask(Question asked) {
        question = Optional.of(asked);
        draw();
    }

    private void show(Panel other) {
        panel = other;
        draw();
    }

    /** Not every verdict changes something worth writing. */
    private void note(Exercise judged, Verdict said) {
        var change = new Effect.Judged(judged, said);
        if (!change.apply(progress).equals(progress)) {
            save(change);
        }
    }

    private void save(Effect.Save change) {
        progress = change.apply(progress);
        effects.add(change);
    }

    private void draw() {
        effects.add(new Effect.Draw());
    }

    private Step step() {
        return new Step(
                new WatchModel(
                        from.catalogue(),
                        progress,
                        exercise,
                        verdict,
                        panel,
                        question,
                        notice,
                        checking,
                        checkingAll,
                        stale,
                        ticket),
                List.copyOf(effects));
    }
}
