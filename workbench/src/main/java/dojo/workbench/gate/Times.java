package dojo.workbench.gate;

import dojo.workbench.check.Millis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How long the verdicts of a gate took, against what learners are promised. Immutable. */
public record Times(List<Timed> verdicts) {
    private static final long QUICK = 500;
    private static final long SLOWEST = 1_500;
    private static final double MOST = 0.9;
    private static final int SHOWN = 5;

    public Times {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * One verdict.
     *
     * @param source the folder that was judged, as {@code --source} takes it
     */
    public record Timed(String exercise, String source, long seed, Millis millis) {}

    /** A table, an exercise a line, and what it says of the promises; times are of this machine at this hour. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(row("exercise", "verdicts", "compile", "run", "quick", "median", "slowest"));
        byExercise().forEach((exercise, timed) -> lines.add(row(exercise, timed)));
        lines.add(row("all", verdicts));
        lines.add(promise());
        verdicts.stream()
                .filter(timed -> timed.millis().total() >= SLOWEST)
                .sorted(Comparator.comparingLong(timed -> -timed.millis().total()))
                .limit(SHOWN)
                .map(timed -> "Too slow: " + timed.exercise() + ", "
                        + timed.millis().total() + " ms, " + timed.source() + " under seed " + timed.seed() + ".")
                .forEach(lines::add);
        return lines;
    }

    private Map<String, List<Timed>> byExercise() {
        return verdicts.stream()
                .collect(Collectors.groupingBy(Timed::exercise, LinkedHashMap::new, Collectors.toList()));
    }

    private String promise() {
        List<Long> totals =
                verdicts.stream().map(timed -> timed.millis().total()).toList();
        return String.format(
                Locale.ROOT,
                "%s of the verdicts were quick: they took less than %d ms; %s.",
                percent(totals),
                QUICK,
                quick(totals) >= MOST
                        ? "at least 90 % should"
                        : "at least 90 % should, so something is slow, or this machine is busy");
    }

    private static String row(String name, List<Timed> timed) {
        List<Long> totals =
                timed.stream().map(one -> one.millis().total()).sorted().toList();
        return row(
                name,
                Integer.toString(timed.size()),
                seconds(timed.stream().mapToLong(one -> one.millis().compile()).sum()),
                seconds(timed.stream().mapToLong(one -> one.millis().run()).sum()),
                percent(totals),
                totals.isEmpty() ? "" : totals.get(totals.size() / 2) + " ms",
                totals.isEmpty() ? "" : totals.get(totals.size() - 1) + " ms");
    }

    private static double quick(List<Long> totals) {
        long quick = totals.stream().filter(millis -> millis < QUICK).count();
        return totals.isEmpty() ? 1 : (double) quick / totals.size();
    }

    /** Rounded down: what is nearly enough is not enough. */
    private static String percent(List<Long> totals) {
        return String.format(Locale.ROOT, "%.0f %%", Math.floor(quick(totals) * 100));
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-24s %8s %8s %8s %8s %8s %8s", (Object[]) cells);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
