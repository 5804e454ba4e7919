package dojo.workbench.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.laws.Nearest;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.Track;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.ProgressView;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Tone;
import dojo.workbench.track.EndingView;
import dojo.workbench.track.TrackView;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dojo track}: a selection of exercises to follow. */
@Command(name = "track", description = "Which tracks there are (an evening, a half day, everything); follow one.")
public final class TrackCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The track to follow; without one, all of them.")
    private @Nullable String name;

    @Option(names = "--json", description = "One object a line.")
    private boolean json;

    public TrackCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = workbench.catalogue();
        catalogue.problems().forEach(problem -> workbench.screen().error(problem.sentence()));
        if (name != null) {
            follow(catalogue, track(catalogue, name));
        }
        Progress progress = workbench.progress().read();
        if (json) {
            catalogue.tracks().forEach(track -> workbench.screen().print(object(track, catalogue, progress)));
        } else {
            show(catalogue, progress);
        }
        return 0;
    }

    private static Track track(Catalogue catalogue, String name) {
        List<String> names = catalogue.tracks().stream().map(Track::name).toList();
        return catalogue.tracks().stream()
                .filter(track -> track.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageError("There is no track \"" + name + "\""
                        + Nearest.of(name, names)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(".")
                        + (names.isEmpty()
                                ? " There are no tracks here."
                                : " There is: " + String.join(", ", names) + ".")));
    }

    /** Whoever is in the middle of an exercise of the track stays there. */
    private void follow(Catalogue catalogue, Track track) {
        workbench.progress().update(progress -> {
            Progress following = progress.withTrack(track.name());
            boolean there = progress.current()
                    .flatMap(catalogue::find)
                    .filter(exercise -> track.exercises(catalogue).contains(exercise) && !progress.hasPassed(exercise))
                    .isPresent();
            return there ? following : following.withCurrent(first(catalogue, following));
        });
    }

    private static String first(Catalogue catalogue, Progress progress) {
        List<Exercise> path = catalogue.path(progress);
        return path.stream()
                .filter(exercise -> !progress.hasPassed(exercise) && !progress.hasSkipped(exercise))
                .findFirst()
                .or(() -> path.stream()
                        .filter(exercise -> !progress.hasPassed(exercise))
                        .findFirst())
                .orElseGet(() -> path.get(path.size() - 1))
                .id();
    }

    private void show(Catalogue catalogue, Progress progress) {
        Screen screen = workbench.screen();
        if (name == null && !catalogue.tracks().isEmpty()) {
            screen.print(TrackView.all(catalogue, progress, screen.width()));
        } else if (catalogue.tracks().isEmpty()) {
            screen.say("There are no tracks here; exercises come in the order of ./dojo list.");
        } else if (EndingView.isReached(catalogue, progress)) {
            screen.print(EndingView.lines(catalogue, progress, screen.width()));
        } else {
            screen.print(ProgressView.list(catalogue, catalogue.path(progress), progress, screen.width()));
            screen.print(Line.of("Go on with ").and(Tone.CODE, "./dojo").wrap(screen.width()));
        }
    }

    private static String object(Track track, Catalogue catalogue, Progress progress) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        List<Exercise> exercises = track.exercises(catalogue);
        node.put("track", track.name())
                .put("title", track.title())
                .put("minutes", track.sum(catalogue))
                .put("passed", exercises.stream().filter(progress::hasPassed).count())
                .put("followed", catalogue.track(progress).filter(track::equals).isPresent());
        exercises.forEach(exercise -> node.withArray("exercises").add(exercise.id()));
        return node.toString();
    }
}
