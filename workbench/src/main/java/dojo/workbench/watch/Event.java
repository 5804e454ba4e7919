package dojo.workbench.watch;

import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.golf.RightAnswer;
import java.util.List;
import java.util.Optional;

/** Something that happened to the watch view. */
sealed interface Event {

    /** The view has opened. */
    record Opened() implements Event {}

    /** A key was pressed. */
    record Key(char key) implements Event {}

    /** A file of the current exercise changed; more changes may follow at once. */
    record Touched() implements Event {}

    /** The quiet time asked for by {@link Effect.Wait} is over. */
    record Quiet(int ticket) implements Event {}

    record Checked(Verdict verdict) implements Event {}

    /** A check did not take place, and that is not the learner's fault. */
    record NotChecked(String exercise, String sentence) implements Event {}

    /** So many of all exercises are checked. */
    record Swept(int done) implements Event {}

    record AllChecked(List<Verdict> verdicts) implements Event {}

    /** What there is to read after the exercise was passed. */
    record Read(String exercise, Aftermath after) implements Event {}

    /** What right answers to the exercise cost. */
    record Compared(String exercise, List<RightAnswer> answers) implements Event {}

    /** A second of the countdown is over. */
    record Second(int left) implements Event {}

    /** The learner has been at the exercise for as long as {@link Effect.Follow} says. */
    record LongEnough(String exercise) implements Event {}

    /** The starter is back; the sentence says where the attempt is kept. */
    record Restored(Exercise exercise, String sentence) implements Event {}

    /** Something the learner should know, such as why a reset failed. */
    record Told(String sentence) implements Event {}

    /** What the answer looks like, line by line. */
    record Answered(List<String> text) implements Event {}

    /** The progress as the file has it now. */
    record Saved(Progress progress) implements Event {}

    /** The learner is back from the shell. */
    record Back() implements Event {}

    /** The learner is back from another window, to continue with this exercise if there is one. */
    record Chosen(Optional<Exercise> exercise) implements Event {}

    /** The terminal has no room for another window. */
    record NoWindow(Elsewhere what) implements Event {}

    record Resized(int columns, int rows) implements Event {}

    /** Ctrl-C, Ctrl-D, or the terminal is gone. */
    record Closed() implements Event {}
}
