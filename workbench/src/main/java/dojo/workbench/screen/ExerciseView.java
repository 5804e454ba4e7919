package dojo.workbench.screen;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.FirstHints;
import dojo.workbench.exercise.Kind;
import dojo.workbench.exercise.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of an exercise: what happened, what to do, hints, and what to take away. Pure. */
public final class ExerciseView {
    private ExerciseView() {}

    /** Title and the line below it. */
    public static List<Line> heading(Exercise exercise, int width) {
        Line title = Line.of(Tone.TITLE, exercise.title()).and(Tone.QUIET, " · " + exercise.id());
        String facts = "chapter " + exercise.chapter() + ", " + exercise.chapterTitle() + " · "
                + exercise.kind().name().toLowerCase(Locale.ROOT) + " · level "
                + exercise.readme().level() + " · about " + exercise.readme().minutes() + " min";
        var lines = new ArrayList<>(title.wrap(width));
        lines.addAll(Line.of(Tone.QUIET, facts).wrap(width));
        return lines;
    }

    /** What the exercise builds on and the learner has not passed yet; nothing otherwise. */
    public static List<Line> buildsOn(Exercise exercise, Catalogue catalogue, Progress progress, int width) {
        List<String> open = exercise.readme().after().stream()
                .flatMap(id -> catalogue.find(id).stream())
                .filter(earlier -> !progress.hasPassed(earlier))
                .map(Exercise::id)
                .toList();
        return open.isEmpty()
                ? List.of()
                : Line.of(Tone.NOTE, "It builds on " + String.join(" and ", open) + ".")
                        .wrap(width);
    }

    /** The incident, the task, and when it is done. */
    public static List<Line> task(Exercise exercise, int width) {
        var lines = new ArrayList<>(Markup.lines(exercise.readme().incident(), width));
        section(exercise, "Task", width, lines);
        if (exercise.isLive()) {
            // Of a prediction, the questions are asked one by one.
            exercise.readme()
                    .questions()
                    .forEach((name, question) ->
                            Markup.lines("* `" + name + "`: " + question, width).forEach(lines::add));
        }
        section(exercise, "Done when", width, lines);
        return lines;
    }

    /** The files to edit, relative to {@code root}, as links; to read, where something is to be predicted. */
    public static List<Line> files(Exercise exercise, Path root) {
        boolean predicted = exercise.kind() == Kind.PREDICT;
        return (predicted ? exercise.givenFiles() : exercise.learnerFiles())
                .stream()
                        .filter(file -> !file.endsWith("package-info.java"))
                        .map(file ->
                                Line.of(predicted ? "read " : "edit ").link(Tone.CODE, shown(root, file), file.toUri()))
                        .toList();
    }

    /** What is said about a run, before the ladder. */
    public static List<Line> firstHint(FirstHints.Entry entry, int width) {
        var lines = new ArrayList<>(Line.of(Tone.NOTE, "About this run: ")
                .and(Tone.QUIET, entry.check().replace('_', ' '))
                .wrap(width));
        lines.addAll(Markup.lines(entry.text(), width));
        return lines;
    }

    /** Hint {@code level} of the ladder, from 1; says when there are no more. */
    public static List<Line> hint(Exercise exercise, int level, int width) {
        List<String> hints = exercise.readme().hints();
        int shown = Math.max(1, Math.min(level, hints.size()));
        if (hints.isEmpty()) {
            return Line.of("There are no hints for " + exercise.id() + ".").wrap(width);
        }
        var lines = new ArrayList<Line>();
        lines.add(Line.of(Tone.NOTE, "Hint " + shown + " of " + hints.size()));
        lines.addAll(Markup.lines(hints.get(shown - 1), width));
        return lines;
    }

    /** What to take away after passing. */
    public static List<Line> afterwards(Exercise exercise, int width) {
        var lines = new ArrayList<Line>();
        exercise.readme().section("Afterwards").ifPresent(text -> {
            lines.add(Line.of(Tone.TITLE, "What to take away"));
            lines.addAll(Markup.lines(text, width));
        });
        return lines;
    }

    private static void section(Exercise exercise, String name, int width, List<Line> lines) {
        exercise.readme().section(name).ifPresent(text -> {
            if (!lines.isEmpty()) {
                lines.add(Line.EMPTY);
            }
            lines.add(Line.of(Tone.TITLE, name));
            lines.addAll(Markup.lines(text, width));
        });
    }

    private static String shown(Path root, Path file) {
        return file.startsWith(root) ? root.relativize(file).toString() : file.toString();
    }
}
