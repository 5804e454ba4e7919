package dojo.workbench.watch;

import dojo.workbench.check.Recording;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.FirstHints;
import dojo.workbench.exercise.Progress;
import java.util.List;
import java.util.Optional;

/** Something the watch view wants done. */
sealed interface Effect {

    record Draw() implements Effect {}

    /** Says {@link Event.Quiet} with this ticket after a short while. */
    record Wait(int ticket) implements Effect {}

    record Check(Exercise exercise) implements Effect {}

    record CheckAll(List<Exercise> exercises) implements Effect {}

    /** Watches the files of this exercise from now on, and says {@link Event.LongEnough} after a long while. */
    record Follow(Exercise exercise) implements Effect {}

    /** Looks up what there is to read now that the exercise is passed. */
    record ReadUp(Exercise exercise) implements Effect {}

    /** Runs every right answer, and says {@link Event.Compared}. */
    record Compare(Exercise exercise) implements Effect {}

    /** Says {@link Event.Second} in a second. */
    record Count(int left) implements Effect {}

    record Remember(Settings settings) implements Effect {}

    /** Remembers that this hint was given. */
    record ToldFirst(Exercise exercise, FirstHints.Entry entry) implements Effect {}

    record Reset(Exercise exercise) implements Effect {}

    record ReadAnswer(Exercise exercise) implements Effect {}

    record OpenShell(Exercise exercise) implements Effect {}

    /** Opens the exercise's file in an editor, at the line that the verdict names. */
    record Open(Exercise exercise, Optional<String> where) implements Effect {}

    /** Gives the terminal to another window until the learner is back. */
    record OpenWindow(Elsewhere what) implements Effect {}

    record Quit() implements Effect {}

    /** A change of the progress file. */
    sealed interface Save extends Effect {
        Progress apply(Progress progress);
    }

    /** What a verdict says is noted: a pass and its bill, or an attempt. */
    record Judged(Exercise exercise, Verdict verdict) implements Save {
        @Override
        public Progress apply(Progress progress) {
            return Recording.of(progress, exercise, verdict);
        }
    }

    /** What was passed passes no longer. */
    record Reopened(Exercise exercise) implements Save {
        @Override
        public Progress apply(Progress progress) {
            return progress.reopened(exercise);
        }
    }

    record Skipped(String id) implements Save {
        @Override
        public Progress apply(Progress progress) {
            return progress.withSkipped(id);
        }
    }

    record Hinted(String id, int level) implements Save {
        @Override
        public Progress apply(Progress progress) {
            return progress.withHint(id, level);
        }
    }

    record Assisted(String id) implements Save {
        @Override
        public Progress apply(Progress progress) {
            return progress.withAssisted(id);
        }
    }

    record Current(String id) implements Save {
        @Override
        public Progress apply(Progress progress) {
            return progress.withCurrent(id);
        }
    }

    record Forgotten(Exercise exercise) implements Save {
        @Override
        public Progress apply(Progress progress) {
            return progress.reset(exercise);
        }
    }
}
