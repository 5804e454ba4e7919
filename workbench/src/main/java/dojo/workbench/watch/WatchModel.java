package dojo.workbench.watch;

import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.screen.KeyBar;
import java.util.List;
import java.util.Optional;

/**
 * The watch view as a state machine: an event in, the next state and what is to be done out. Immutable.
 *
 * <p>A save during a check is never lost: it marks the check stale, and another one follows it. Nothing but a key moves
 * to another exercise, unless the learner asked for that in the settings.
 *
 * @param verdict of the files as they were last checked; empty until then
 * @param page which part of something too long for the window is shown, from 0
 * @param question what y or n would answer now
 * @param after what there is to read after a pass
 */
record WatchModel(
        Catalogue catalogue,
        Progress progress,
        Settings settings,
        Window window,
        Exercise exercise,
        Optional<Verdict> verdict,
        Panel panel,
        int page,
        Optional<Question> question,
        Optional<Notice> notice,
        Optional<Aftermath> after,
        Work work,
        Visit visit) {

    /** What is asked before something that cannot be taken back. */
    enum Question {
        RESET,
        SHOW_ANSWER
    }

    /**
     * A sentence beside the verdict.
     *
     * @param lasting whether it stays while the files are checked again; otherwise it is about the last check
     */
    record Notice(String sentence, boolean lasting) {}

    /** The next state, and what is to be done. */
    record Step(WatchModel model, List<Effect> effects) {}

    /** The view of the current exercise, or of the first that is not passed. */
    static WatchModel of(Catalogue catalogue, Progress progress, Settings settings, Window window) {
        boolean fresh = progress.current().isEmpty() && progress.passed().isEmpty();
        Exercise exercise =
                catalogue.current(progress).orElseGet(() -> catalogue.all().get(0));
        return new WatchModel(
                catalogue,
                progress,
                settings,
                window,
                exercise,
                Optional.empty(),
                fresh ? new Panel.Welcome() : new Panel.Task(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Work.NONE,
                Visit.NEW);
    }

    /** What an event leads to. */
    Step on(Event event) {
        return new Change(this).on(event);
    }

    boolean passed() {
        return verdict.filter(Verdict::passed).isPresent();
    }

    /** Whether nothing is being checked. */
    boolean idle() {
        return work.idle();
    }

    /** Whether the view will go on by itself. */
    boolean countingDown() {
        return visit.secondsLeft() > 0;
    }

    /** The keys that work now. */
    List<KeyBar.Key> keys() {
        return Keys.of(this);
    }

    /** The exercise that {@code next} leads to. */
    Optional<Exercise> next() {
        return catalogue.next(exercise, progress);
    }
}
