package dojo.workbench.track;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.State;
import dojo.workbench.exercise.Track;
import dojo.workbench.screen.BillView;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.ProgressView;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a track: what was done, for which bills, with how much help, and what is next. Pure. */
public final class EndingView {
    private final Catalogue catalogue;
    private final Progress progress;
    private final Track track;
    private final List<Exercise> exercises;
    private final int width;
    private final List<Line> lines = new ArrayList<>();

    private EndingView(Catalogue catalogue, Progress progress, int width) {
        this.catalogue = catalogue;
        this.progress = progress;
        this.width = width;
        track = catalogue.trackOrEverything(progress);
        exercises = track.exercises(catalogue);
    }

    /** Whether the learner has come to the end of the track that they follow. */
    public static boolean isReached(Catalogue catalogue, Progress progress) {
        return catalogue.path(progress).stream().allMatch(progress::hasPassed);
    }

    /** The ending of the track that the learner follows, or of everything. */
    public static List<Line> lines(Catalogue catalogue, Progress progress, int width) {
        var view = new EndingView(catalogue, progress, width);
        view.draw();
        return List.copyOf(view.lines);
    }

    private void draw() {
        lines.addAll(Line.of(Tone.GOOD, track.title() + ": all " + exercises.size() + " exercises passed. Well done!")
                .wrap(width));
        lines.addAll(Line.of(track.ending()).wrap(width));
        lines.add(Line.EMPTY);
        int ids = exercises.stream().mapToInt(e -> e.id().length()).max().orElse(0);
        exercises.forEach(exercise -> lines.addAll(row(exercise, ids).wrap(width, 4)));
        lines.addAll(summary().wrap(width));
        lines.add(Line.EMPTY);
        lines.add(Line.of(Tone.TITLE, "What is next"));
        next().forEach(line -> lines.addAll(line.wrap(width, 4)));
    }

    private Line row(Exercise exercise, int ids) {
        Line row = ProgressView.sign(State.of(exercise, progress))
                .and(" " + exercise.id() + " ".repeat(ids - exercise.id().length() + 2));
        return row.and(bill(exercise)).and(Tone.NOTE, help(exercise));
    }

    private Line bill(Exercise exercise) {
        Optional<Bill> best = progress.best(exercise);
        if (best.isEmpty()) {
            return Line.of(Tone.QUIET, "no bill noted");
        }
        Bill bill = best.get();
        Line words = Line.of(bill.requests() + (bill.requests() == 1 ? " request, " : " requests, "))
                .and(BillView.units(bill));
        return atPar(exercise) ? words.and(Tone.GOOD, ", at par") : words;
    }

    private boolean atPar(Exercise exercise) {
        return progress.best(exercise)
                .filter(bill -> bill.requests() <= exercise.par().requests()
                        && bill.readUnits() <= exercise.par().readUnits()
                        && bill.writeUnits() <= exercise.par().writeUnits())
                .isPresent();
    }

    private String help(Exercise exercise) {
        int hints = progress.hints(exercise);
        String seen = hints == 0 ? "" : hints == 1 ? ", 1 hint" : ", " + hints + " hints";
        return progress.wasAssisted(exercise) ? seen + ", saw the answer" : seen;
    }

    private Line summary() {
        int hints = exercises.stream().mapToInt(progress::hints).sum();
        long shown = exercises.stream().filter(progress::wasAssisted).count();
        long par = exercises.stream().filter(this::atPar).count();
        String help = hints == 0 && shown == 0
                ? "without any help"
                : hints + (hints == 1 ? " hint" : " hints") + " and " + shown + (shown == 1 ? " answer" : " answers")
                        + " taken";
        return Line.of("Together: " + par + " of " + exercises.size() + " at par, " + help + ".");
    }

    private List<Line> next() {
        var next = new ArrayList<Line>();
        for (Track other : catalogue.tracks()) {
            List<Exercise> left = other.exercises(catalogue).stream()
                    .filter(exercise -> !progress.hasPassed(exercise))
                    .toList();
            if (!left.isEmpty()) {
                int minutes = left.stream().mapToInt(e -> e.readme().minutes()).sum();
                next.add(command("track " + other.name())
                        .and(": " + left.size() + (left.size() == 1 ? " more exercise, " : " more exercises, ")
                                + TrackView.duration(minutes)));
            }
        }
        exercises.stream()
                .filter(progress::isWorthRedoing)
                .findFirst()
                .ifPresent(
                        exercise -> next.add(command("reset " + exercise.id()).and(": once more, without the answer")));
        exercises.stream()
                .filter(exercise -> progress.best(exercise).isPresent() && !atPar(exercise))
                .findFirst()
                .ifPresent(exercise -> next.add(command("open " + exercise.id()).and(": it can be done for less")));
        if (next.isEmpty()) {
            next.add(Line.of("  A table of your own: list its access patterns, and say what each will cost."));
        }
        return next;
    }

    private static Line command(String command) {
        return Line.of(Tone.CODE, "  ./dojo " + command);
    }
}
