package dojo.workbench.watch;

import dojo.lab.bill.Bill;
import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Graded;
import dojo.workbench.check.Millis;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.screen.Line;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Drives a watch model by hand: events in, effects and lines out. */
final class Driver {
    static final Path ROOT = root();
    static final Catalogue CATALOGUE = Catalogue.read(ROOT);
    static final Exercise FIRST = CATALOGUE.all().get(0);
    static final Exercise SECOND = CATALOGUE.all().get(1);

    final List<Effect> effects = new ArrayList<>();
    WatchModel model;

    Driver() {
        this(Progress.NONE);
    }

    Driver(Progress progress) {
        this(progress, Settings.USUAL);
    }

    Driver(Progress progress, Settings settings) {
        model = WatchModel.of(CATALOGUE, progress, settings, new Window(ROOT, 80, 0));
    }

    private static Path root() {
        try {
            return Path.of(Driver.class.getResource("/fixture-catalogue").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    void on(Event event) {
        effects.clear();
        WatchModel.Step step = model.on(event);
        model = step.model();
        effects.addAll(step.effects());
    }

    void press(char key) {
        on(new Event.Key(key));
    }

    void save() {
        on(new Event.Touched());
        on(new Event.Quiet(model.work().ticket()));
    }

    /** A save, and what it leads to. */
    void save(Verdict verdict) {
        save();
        on(new Event.Checked(verdict));
    }

    String keys() {
        return model.keys().stream().map(key -> Character.toString(key.key())).collect(Collectors.joining());
    }

    String shown() {
        return WatchView.lines(model).stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    static Graded graded(String id) {
        return new Graded(id, List.of(), Optional.empty(), Bill.ZERO, new Millis(1, 2, 3), 1);
    }

    static Verdict passes(Exercise exercise) {
        return new Verdict.Passes(graded(exercise.id()));
    }

    static Verdict fails(Exercise exercise) {
        CheckResult first = check("It does not.");
        return new Verdict.Fails(
                new Graded(exercise.id(), List.of(first), Optional.empty(), Bill.ZERO, new Millis(1, 2, 3), 1), first);
    }

    static CheckResult check(String message) {
        Optional<String> none = Optional.empty();
        return new CheckResult(
                "it_holds",
                false,
                false,
                true,
                message,
                none,
                none,
                none,
                Bill.ZERO,
                false,
                List.of(),
                List.of(),
                List.of(),
                "");
    }
}
