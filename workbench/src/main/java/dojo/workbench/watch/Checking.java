package dojo.workbench.watch;

import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.watch.WatchModel.Notice;
import dojo.workbench.watch.Work.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What saves and verdicts do to the watch view. */
final class Checking {
    private final Change to;

    Checking(Change to) {
        this.to = to;
    }

    /** Whether the event was one of these. */
    boolean on(Event event) {
        if (event instanceof Event.Touched) {
            touched();
        } else if (event instanceof Event.Quiet quiet) {
            quiet(quiet.ticket());
        } else if (event instanceof Event.Checked checked) {
            checked(checked.verdict());
        } else if (event instanceof Event.NotChecked notChecked) {
            notChecked(notChecked);
        } else if (event instanceof Event.Swept swept) {
            to.work =
                    to.work.sweeping(to.work.sweep().map(sweep -> new Sweep(swept.done(), sweep.all(), sweep.last())));
            to.draw();
        } else if (event instanceof Event.AllChecked all) {
            allChecked(all.verdicts());
        } else if (event instanceof Event.Back) {
            check();
        } else {
            return false;
        }
        return true;
    }

    private void touched() {
        boolean counting = to.visit.secondsLeft() > 0;
        to.visit = to.visit.touched();
        to.work = to.work.nextTicket();
        to.effects.add(new Effect.Wait(to.work.ticket()));
        if (counting) {
            to.draw();
        }
    }

    /** Only the latest quiet time counts: an editor that writes twice causes one check. */
    private void quiet(int ended) {
        if (ended != to.work.ticket()) {
            return;
        }
        if (to.work.idle()) {
            to.panel = new Panel.Nothing();
            check();
        } else {
            to.work = to.work.outdated();
        }
    }

    void check() {
        to.work = to.work.checking(true);
        to.page = 0;
        to.notice = to.notice.filter(Notice::lasting);
        to.draw();
        to.effects.add(new Effect.Check(to.exercise));
    }

    private void checked(Verdict said) {
        if (!said.graded().exercise().equals(to.exercise.id())) {
            return;
        }
        boolean stale = to.work.stale();
        to.work = to.work.checking(false);
        if (stale) {
            to.panel = new Panel.Nothing();
            check();
            return;
        }
        boolean passedBefore = to.from.passed();
        to.verdict = Optional.of(said);
        to.notice = to.notice.filter(kept -> said instanceof Verdict.NotStarted);
        if (said.passed()) {
            passed(passedBefore);
        } else {
            failed(said);
        }
    }

    private void passed(boolean passedBefore) {
        boolean wasOpen = !to.progress.hasPassed(to.exercise);
        to.panel = to.panel instanceof Panel.Answer ? to.panel : new Panel.Nothing();
        note(to.exercise, to.verdict.orElseThrow());
        to.effects.add(new Effect.ReadUp(to.exercise));
        boolean more = to.model().next().isPresent();
        if (wasOpen && !more) {
            checkAll(true);
        } else if (more && to.settings.autoAdvance() && to.visit.edited() && !passedBefore) {
            int seconds = to.settings.seconds();
            to.visit = to.visit.counting(seconds);
            to.effects.add(new Effect.Count(seconds));
        }
        to.draw();
    }

    /** An honest try is a failure of something that was changed since the last one. */
    private void failed(Verdict said) {
        if (to.visit.untried() && note(to.exercise, said)) {
            to.visit = to.visit.tried();
        }
        to.draw();
    }

    /** Not every verdict changes something worth writing; says whether this one does. */
    private boolean note(Exercise judged, Verdict said) {
        var change = new Effect.Judged(judged, said);
        boolean news = !change.apply(to.progress).equals(to.progress);
        if (news) {
            to.save(change);
        }
        return news;
    }

    private void notChecked(Event.NotChecked event) {
        if (!event.exercise().equals(to.exercise.id())) {
            return;
        }
        boolean stale = to.work.stale();
        to.work = to.work.checking(false);
        to.notice = Optional.of(new Notice(event.sentence(), false));
        to.draw();
        if (stale) {
            check();
        }
    }

    /** Checks every exercise, or, after the {@code last} open one was passed, all of the track that is followed. */
    void checkAll(boolean last) {
        Catalogue catalogue = to.from.catalogue();
        List<Exercise> chosen = last ? catalogue.path(to.progress) : catalogue.all();
        to.work = to.work.sweeping(Optional.of(new Sweep(0, chosen.size(), last)));
        to.effects.add(new Effect.CheckAll(chosen));
        to.draw();
    }

    private void allChecked(List<Verdict> verdicts) {
        boolean last = to.work.sweep().filter(Sweep::last).isPresent();
        to.work = to.work.sweeping(Optional.empty());
        List<String> reopened = new ArrayList<>();
        for (Verdict one : verdicts) {
            Optional<Exercise> found = to.from.catalogue().find(one.graded().exercise());
            if (one.passed()) {
                found.ifPresent(exercise -> note(exercise, one));
            } else if (found.filter(to.progress::hasPassed).isPresent()) {
                to.save(new Effect.Reopened(found.get()));
                reopened.add(one.graded().exercise());
            }
            if (one.graded().exercise().equals(to.exercise.id())) {
                to.verdict = Optional.of(one);
            }
        }
        to.show(new Panel.All(verdicts, reopened, last));
        if (to.work.stale()) {
            check();
        }
    }
}
