package dojo.workbench.watch;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Difference;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Reading;
import dojo.workbench.screen.ExerciseView;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What follows a verdict: after a pass what there is to take away, before one what help there is. Pure. */
final class AfterView {
    private final WatchModel model;
    private final int width;
    private final List<Line> lines = new ArrayList<>();

    private AfterView(WatchModel model, int width) {
        this.model = model;
        this.width = width;
    }

    static List<Line> lines(WatchModel model, int width) {
        var view = new AfterView(model, width);
        if (model.passed()) {
            view.passed();
        } else {
            view.help();
        }
        return List.copyOf(view.lines);
    }

    private void passed() {
        Exercise exercise = model.exercise();
        if (!(model.panel() instanceof Panel.Nothing)) {
            return;
        }
        lines.add(Line.EMPTY);
        if (model.next().isEmpty()) {
            lines.addAll(
                    Line.of(Tone.GOOD, "No exercise is left open. Well done!").wrap(width));
            lines.add(Line.EMPTY);
        }
        lines.addAll(ExerciseView.afterwards(exercise, width));
        model.after().ifPresent(after -> {
            lines.add(Line.EMPTY);
            compared(after.difference());
            bills();
            after.readOn().forEach(this::readOn);
        });
        if (model.progress().isWorthRedoing(exercise)) {
            lines.addAll(Line.of("You had help with this one. It is noted for another day: ")
                    .and(Tone.KEY, "x")
                    .and(" brings the starter back.")
                    .wrap(width));
        }
    }

    private void compared(Difference difference) {
        if (model.exercise().learnerFiles().isEmpty()) {
            return;
        }
        if (difference.parts().isEmpty()) {
            lines.addAll(
                    Line.of("Your code is the reference answer, line by line.").wrap(width));
            return;
        }
        lines.addAll(Line.of("The reference answer differs in "
                        + lines(difference.lines(Difference.Side.YOURS)) + " of yours and "
                        + lines(difference.lines(Difference.Side.ANSWER)) + " of its own: ")
                .and(Tone.KEY, "d")
                .and(" shows them.")
                .wrap(width));
    }

    private void bills() {
        if (!model.exercise().par().equals(Bill.ZERO)) {
            lines.addAll(Line.of("What other right answers cost, and yours beside them: ")
                    .and(Tone.KEY, "b")
                    .and(".")
                    .wrap(width));
        }
    }

    private static String lines(long count) {
        return count + (count == 1 ? " line" : " lines");
    }

    private void readOn(Reading reading) {
        Path root = model.window().root();
        lines.addAll(Line.of(reading.kind() + ": " + reading.title() + " ")
                .and(Line.EMPTY.link(
                        Tone.CODE,
                        root.relativize(reading.file()).toString(),
                        reading.file().toUri()))
                .wrap(width, 2));
    }

    private void help() {
        if (model.exercise().isLive()) {
            live();
        }
        if (Ladder.offersAnswer(model)) {
            offer(
                    "You have been at this for a while, which is how it is learnt. If you would rather see how it can be"
                            + " done: ",
                    "s",
                    " shows the answer and marks the exercise as assisted.");
        } else if (Ladder.offersFirstHint(model)) {
            offer("There is a hint about what this run did: ", "h", ".");
        } else if (Ladder.offersHint(model)) {
            offer("There is a hint, if you like: ", "h", ".");
        }
    }

    private void offer(String before, String key, String after) {
        lines.add(Line.EMPTY);
        lines.addAll(Line.of(Tone.NOTE, before)
                .and(Tone.KEY, key)
                .and(Tone.NOTE, after)
                .wrap(width));
    }

    private void live() {
        lines.addAll(Line.of("This one is solved at the prompt: press ")
                .and(Tone.KEY, "g")
                .and(", or run ")
                .and(Tone.CODE, "./dojo shell " + model.exercise().id())
                .and(" in another window. There ")
                .and(Tone.CODE, "/answer")
                .and(" notes what you found and ")
                .and(Tone.CODE, "/check")
                .and(" grades it.")
                .wrap(width));
    }
}
