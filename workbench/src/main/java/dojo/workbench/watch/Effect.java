package dojo.workbench.watch;

import dojo.workbench.check.Recording;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;

/** Something the watch view wants done. */
sealed interface Effect {

    record Draw() implements Effect {}

    /** Says {@link Event.Quiet} with this ticket after a short while. */
    record Wait(int ticket) implements Effect {}

    record Check(Exercise exercise) implements Effect {}

    record CheckAll() implements Effect {}

    /** Watches the files of this exercise from now on. */
    record Follow(Exercise exercise) implements Effect {}

    record Reset(Exercise exercise) implements Effect {}

    record ReadAnswer(Exercise exercise) implements Effect {}

    record OpenShell(Exercise exercise) implements Effect {}

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
