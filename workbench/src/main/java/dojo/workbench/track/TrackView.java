package dojo.workbench.track;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.Track;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;

/** Which tracks there are, and how far the learner is with each. Pure. */
public final class TrackView {
    private TrackView() {}

    public static List<Line> all(Catalogue catalogue, Progress progress, int width) {
        var lines = new ArrayList<Line>();
        for (Track track : catalogue.tracks()) {
            boolean followed = catalogue.track(progress).filter(track::equals).isPresent();
            lines.addAll(row(track, catalogue, progress, followed).wrap(width, 2));
            lines.addAll(Line.of(Tone.QUIET, track.about()).indent(2).wrap(width, 2));
            lines.add(Line.EMPTY);
        }
        lines.addAll(
                catalogue.track(progress).isPresent()
                        ? Line.of("The watch view follows the track with the mark.")
                                .wrap(width)
                        : Line.of("You follow none, so exercises come in the order of the list. Choose one: ")
                                .and(Tone.CODE, "./dojo track NAME")
                                .wrap(width));
        return lines;
    }

    private static Line row(Track track, Catalogue catalogue, Progress progress, boolean followed) {
        List<Exercise> exercises = track.exercises(catalogue);
        long passed = exercises.stream().filter(progress::hasPassed).count();
        return Line.of(Tone.KEY, followed ? "▸ " : "  ")
                .and(Tone.TITLE, track.name())
                .and("  " + track.title())
                .and(Tone.QUIET, " · " + duration(track.sum(catalogue)) + " · ")
                .and(
                        passed == exercises.size() ? Tone.GOOD : Tone.PLAIN,
                        passed + " of " + exercises.size() + " passed");
    }

    /** {@code 45 min}, {@code 1 h 18 min}, {@code 2 h}. */
    static String duration(int minutes) {
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
