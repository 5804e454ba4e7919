package dojo.workbench.browse;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Readme;
import dojo.workbench.exercise.State;
import dojo.workbench.screen.KeyBar;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.ProgressView;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The list in lines for a window: filters on top, the exercises, what the chosen one is, the keys. Pure. */
final class BrowseView {
    private static final int ROWS_FOR_DETAILS = 16;
    private static final int ROOM_FOR_WORDS = 60;
    private static final List<KeyBar.Named> KEYS = List.of(
            new KeyBar.Named("Enter", "continue here"),
            new KeyBar.Named("s", "skip"),
            new KeyBar.Named("/", "search"),
            new KeyBar.Named("t", "topic"),
            new KeyBar.Named("l", "level"),
            new KeyBar.Named("m", "minutes"),
            new KeyBar.Named("o", "state"),
            new KeyBar.Named("f", "fidelity"),
            new KeyBar.Named("a", "all"),
            new KeyBar.Named("q", "back"));

    private final BrowseModel model;
    private final int width;
    private final int height;

    private BrowseView(BrowseModel model, int width, int height) {
        this.model = model;
        this.width = width;
        this.height = height;
    }

    /** At most {@code height} lines. */
    static List<Line> lines(BrowseModel model, int width, int height) {
        var view = new BrowseView(model, width, height);
        List<Line> head = view.head();
        List<Line> foot = view.foot();
        var lines = new ArrayList<>(head);
        lines.addAll(view.window(Math.max(1, height - head.size() - foot.size())));
        while (lines.size() + foot.size() < height) {
            lines.add(Line.EMPTY);
        }
        lines.addAll(foot);
        return lines.subList(0, Math.min(height, lines.size()));
    }

    /** How far a page key goes. */
    static int page(BrowseModel model, int width, int height) {
        var view = new BrowseView(model, width, height);
        return Math.max(1, height - view.head().size() - view.foot().size() - 2);
    }

    private List<Line> head() {
        int all = model.catalogue().all().size();
        String count = model.filter().words().isEmpty()
                ? all + " exercises"
                : model.shown().size() + " of " + all + " exercises";
        Line title = Line.of(Tone.TITLE, count);
        if (!model.filter().words().isEmpty() && !model.typing()) {
            title = title.and(Tone.NOTE, " · " + model.filter().words());
        }
        var lines = new ArrayList<>(title.wrap(width));
        lines.add(ProgressView.line(model.catalogue(), model.progress()));
        if (model.typing()) {
            String text = model.filter().search();
            int room = Math.max(8, width - 12);
            String tail = text.length() > room ? text.substring(text.length() - room) : text;
            lines.add(Line.of(Tone.KEY, "search: ").and(tail).and(Tone.KEY, "_"));
            otherFilters()
                    .ifPresent(words ->
                            lines.addAll(Line.of(Tone.NOTE, "and " + words).wrap(width)));
        }
        lines.add(Line.EMPTY);
        return lines;
    }

    private Optional<String> otherFilters() {
        return Optional.of(model.filter().withSearch("").words()).filter(words -> !words.isEmpty());
    }

    private List<Line> window(int rows) {
        List<Exercise> shown = model.shown();
        if (shown.isEmpty()) {
            return Line.of("No exercise is like that. ")
                    .and(Tone.KEY, model.typing() ? "Esc" : "a")
                    .and(model.typing() ? " gives the search up." : " shows all again.")
                    .wrap(width);
        }
        var lines = new ArrayList<Line>();
        int ids = shown.stream().mapToInt(e -> e.id().length()).max().orElse(0);
        int chosen = 0;
        for (int i = 0; i < shown.size(); i++) {
            Exercise exercise = shown.get(i);
            if (i == 0 || shown.get(i - 1).chapter() != exercise.chapter()) {
                lines.add(Line.of(Tone.TITLE, exercise.chapter() + " " + exercise.chapterTitle()));
            }
            if (model.chosen().filter(exercise::equals).isPresent()) {
                chosen = lines.size();
            }
            lines.add(row(exercise, ids));
        }
        return around(lines, chosen, rows);
    }

    /** The chosen row in the middle; where the list goes on, an ellipsis says how far. */
    private static List<Line> around(List<Line> lines, int chosen, int rows) {
        if (lines.size() <= rows) {
            return lines;
        }
        int top = Math.max(0, Math.min(chosen - rows / 2, lines.size() - rows));
        var seen = new ArrayList<>(lines.subList(top, top + rows));
        int below = lines.size() - top - rows;
        if (rows >= 5) {
            if (top > 0) {
                seen.set(0, Line.of(Tone.QUIET, "  … " + (top + 1) + " more rows"));
            }
            if (below > 0) {
                seen.set(rows - 1, Line.of(Tone.QUIET, "  … " + (below + 1) + " more rows"));
            }
        }
        return seen;
    }

    private Line row(Exercise exercise, int ids) {
        boolean chosen = model.chosen().filter(exercise::equals).isPresent();
        Readme readme = exercise.readme();
        Line row = Line.of(Tone.KEY, chosen ? "▸ " : "  ")
                .and(ProgressView.sign(State.of(exercise, model.progress())))
                .and(chosen ? Tone.KEY : Tone.PLAIN, " " + exercise.id());
        String pad = " ".repeat(ids - exercise.id().length() + 2);
        Line facts = Line.of(pad)
                .and(Tone.QUIET, width >= ROOM_FOR_WORDS ? "level " : "")
                .and(Integer.toString(readme.level()))
                .and(Tone.QUIET, String.format(Locale.ROOT, "  %3d min", readme.minutes()));
        if (row.columns() + facts.columns() > width) {
            return row;
        }
        row = row.and(facts);
        String here = isCurrent(exercise) ? " (you are here)" : "";
        for (String rest : List.of("  " + exercise.title() + here, here)) {
            if (row.columns() + rest.length() <= width) {
                return row.and(isCurrent(exercise) ? Tone.NOTE : Tone.QUIET, rest);
            }
        }
        return row;
    }

    private boolean isCurrent(Exercise exercise) {
        return model.progress()
                .current()
                .flatMap(model.catalogue()::find)
                .filter(exercise::equals)
                .isPresent();
    }

    private List<Line> foot() {
        var lines = new ArrayList<Line>();
        if (height >= ROWS_FOR_DETAILS) {
            lines.add(Line.EMPTY);
            model.chosen().ifPresent(exercise -> lines.addAll(details(exercise)));
        }
        model.notice()
                .ifPresent(sentence -> lines.addAll(Line.of(Tone.NOTE, sentence).wrap(width)));
        lines.addAll(KeyBar.named(model.typing() ? typing() : KEYS, width));
        return lines;
    }

    private List<KeyBar.Named> typing() {
        return List.of(new KeyBar.Named("Enter", "keep"), new KeyBar.Named("Esc", givenUp()));
    }

    private String givenUp() {
        return model.before()
                .filter(search -> !search.isEmpty())
                .map(search -> "back to \"" + search + "\"")
                .orElse("clear");
    }

    private List<Line> details(Exercise exercise) {
        var lines = new ArrayList<>(Line.of(Tone.TITLE, exercise.title())
                .and(Tone.QUIET, " · " + String.join(", ", exercise.readme().topics()))
                .wrap(width));
        String facts = exercise.kind().word() + " · level " + exercise.readme().level() + " · about "
                + exercise.readme().minutes() + " min · " + exercise.readme().fidelity() + " · " + state(exercise);
        String after = exercise.readme().after().isEmpty()
                ? ""
                : " · after " + String.join(", ", exercise.readme().after());
        lines.addAll(Line.of(Tone.QUIET, facts + after).wrap(width));
        return lines;
    }

    private String state(Exercise exercise) {
        String word = State.of(exercise, model.progress()).word();
        return model.progress().wasAssisted(exercise) ? word + ", with help" : word;
    }
}
