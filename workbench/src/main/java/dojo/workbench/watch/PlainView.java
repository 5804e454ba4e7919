package dojo.workbench.watch;

import dojo.workbench.screen.ExerciseView;
import dojo.workbench.screen.KeyBar;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.screen.VerdictView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is new in the watch view, for those who are told instead of shown. Pure. */
final class PlainView {
    private final WatchModel now;
    private final int width;
    private final List<Line> lines = new ArrayList<>();

    private PlainView(WatchModel now) {
        this.now = now;
        width = now.window().width();
    }

    /** What changed since the learner was told last. */
    static List<Line> news(Optional<WatchModel> before, WatchModel now) {
        var view = new PlainView(now);
        view.tell(before);
        return List.copyOf(view.lines);
    }

    /** The key for a typed word: the letter itself, or what it does, or the beginning of that. */
    static Optional<Character> key(String word, WatchModel now) {
        String wanted = word.toLowerCase(Locale.ROOT);
        List<KeyBar.Key> keys = keys(now);
        return keys.stream()
                .filter(key -> wanted.equals(Character.toString(key.key())))
                .findFirst()
                .or(() -> keys.stream()
                        .filter(key -> wanted.length() > 1 && key.does().startsWith(wanted))
                        .findFirst())
                .map(KeyBar.Key::key);
    }

    /** What can be typed, to somebody whose word was not understood. */
    static List<Line> help(String word, WatchModel now) {
        String sorry = word.equals("help") || word.equals("?") ? "" : "\"" + word + "\" is no command here now. ";
        return Line.of(sorry + "You can type: " + words(now) + ".")
                .wrap(now.window().width());
    }

    private static String words(WatchModel now) {
        return keys(now).stream().map(KeyBar.Key::does).collect(Collectors.joining(", "));
    }

    /** Pages, and a countdown's switch, mean nothing where nothing is cleared. */
    private static List<KeyBar.Key> keys(WatchModel now) {
        return Keys.anyway(now).stream()
                .filter(key -> "mA".indexOf(key.key()) < 0)
                .toList();
    }

    private void tell(Optional<WatchModel> before) {
        boolean arrived =
                before.map(WatchModel::exercise).filter(now.exercise()::equals).isEmpty();
        if (arrived) {
            paragraph(WatchView.panel(now));
            paragraph(ExerciseView.files(now.exercise(), now.window().root()));
        } else if (!before.map(WatchModel::panel).equals(Optional.of(now.panel()))
                && !(now.panel() instanceof Panel.Nothing)) {
            paragraph(WatchView.panel(now));
        }
        work(before.map(WatchModel::work).orElse(Work.NONE));
        if (now.idle() && before.filter(model -> !model.idle()).isPresent()) {
            verdict();
        }
        if (!before.flatMap(WatchModel::after).equals(now.after())) {
            now.after().ifPresent(after -> paragraph(AfterView.lines(now, width)));
        }
        if (!before.flatMap(WatchModel::notice).equals(now.notice())) {
            now.notice()
                    .ifPresent(notice -> paragraph(Line.of(notice.sentence()).wrap(width)));
        }
        now.question()
                .ifPresent(question -> paragraph(
                        WatchView.question(question).and(" (yes or no)").wrap(width)));
        if (now.idle() && now.question().isEmpty()) {
            paragraph(help("help", now));
        }
    }

    private void work(Work before) {
        if (now.work().sweep().isPresent() && before.sweep().isEmpty()) {
            paragraph(SweepView.running(now.work().sweep().get(), width));
        } else if (now.work().checking() && !before.checking()) {
            paragraph(List.of(Line.of("checking " + now.exercise().id() + "…")));
        }
    }

    private void verdict() {
        if (now.panel() instanceof Panel.All) {
            return; // It was one of them.
        }
        now.verdict()
                .ifPresent(verdict ->
                        paragraph(VerdictView.lines(verdict, now.window().root(), width)));
        if (!now.passed()) {
            paragraph(AfterView.lines(now, width)); // After a pass it comes with what there is to read.
        }
        long passed =
                now.catalogue().all().stream().filter(now.progress()::hasPassed).count();
        paragraph(List.of(
                Line.of(Tone.QUIET, passed + " of " + now.catalogue().all().size() + " exercises passed")));
    }

    private void paragraph(List<Line> more) {
        if (!more.isEmpty()) {
            lines.addAll(more);
            lines.add(Line.EMPTY);
        }
    }
}
