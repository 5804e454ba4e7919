package dojo.workbench.exercise;

import dojo.lab.bill.Bill;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** The progress file's text: a versioned header, then one fact a line. */
final class ProgressText {
    static final String HEADER = "# Dynamo Dojo progress, version 1: exercise names, one fact a line.";
    private static final String ANY_HEADER = "# Dynamo Dojo progress, version ";
    private static final String NAME = "[A-Za-z0-9_.-]{1,100}";
    private static final String FACT = "(current|passed|assisted|skipped|redo|track) " + NAME;
    private static final String COUNT = "(attempts|hints) " + NAME + " \\d{1,9}";
    private static final String BEST = "best " + NAME + " \\d{1,9} \\d{1,9}(\\.\\d{1,3})? \\d{1,9}(\\.\\d{1,3})?";
    private static final String DAY = "passed-on " + NAME + " \\d{4}-\\d{2}-\\d{2}";
    /** What a newer version might have written: kept, not understood. */
    private static final String OTHER = "[a-z-]{1,30}( [A-Za-z0-9_.:-]{1,200}){0,5}";

    private ProgressText() {}

    static String write(Progress progress) {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        progress.current().ifPresent(name -> lines.add("current " + name));
        progress.passed().forEach(name -> lines.add("passed " + name));
        progress.assisted().forEach(name -> lines.add("assisted " + name));
        progress.skipped().forEach(name -> lines.add("skipped " + name));
        progress.redo().forEach(name -> lines.add("redo " + name));
        progress.attempts().forEach((name, count) -> lines.add("attempts " + name + " " + count));
        progress.hints().forEach((name, count) -> lines.add("hints " + name + " " + count));
        progress.bests().forEach((name, bill) -> lines.add(best(name, bill)));
        progress.days().forEach((name, day) -> lines.add("passed-on " + name + " " + day));
        progress.track().ifPresent(name -> lines.add("track " + name));
        lines.addAll(progress.others());
        return String.join("\n", lines) + "\n";
    }

    private static String best(String name, Bill bill) {
        return "best " + name + " " + bill.requests() + " " + bill.readUnits() + " " + bill.writeUnits();
    }

    /** What could be read, and the first line that could not. */
    static Parsed read(List<String> lines) {
        Reader reader = new Reader();
        lines.forEach(reader::line);
        return new Parsed(reader.progress(), reader.unreadable);
    }

    record Parsed(Progress progress, Optional<String> unreadable) {}

    private static final class Reader {
        private final Map<String, NavigableSet<String>> names = new TreeMap<>();
        private final Map<String, NavigableMap<String, Integer>> counts = new TreeMap<>();
        private final List<String> others = new ArrayList<>();
        private final NavigableMap<String, Bill> bests = new TreeMap<>();
        private final NavigableMap<String, LocalDate> days = new TreeMap<>();
        private Optional<String> track = Optional.empty();
        private Optional<String> current = Optional.empty();
        private Optional<String> unreadable = Optional.empty();
        private boolean headed;

        private void line(String raw) {
            String line = raw.strip();
            String[] words = line.split(" ", -1);
            if (line.startsWith(ANY_HEADER)) {
                headed = true;
            } else if (line.matches(COUNT)) {
                counts.computeIfAbsent(words[0], key -> new TreeMap<>())
                        .merge(words[1], Integer.parseInt(words[2]), Math::max);
            } else if (line.matches(BEST)) {
                Bill bill = new Bill(
                        Integer.parseInt(words[2]), Double.parseDouble(words[3]), Double.parseDouble(words[4]));
                bests.merge(words[1], bill, Progress.CHEAPER);
            } else if (line.matches(DAY)) {
                day(line, words[1], words[2]);
            } else if (line.matches(FACT)) {
                fact(words[0], words[1]);
            } else if (line.matches(OTHER)) {
                others.add(line);
            } else if (!line.isEmpty() && !line.startsWith("#") && unreadable.isEmpty()) {
                unreadable = Optional.of(line);
            }
        }

        /** Of two, which git may have joined, the earlier one. */
        private void day(String line, String name, String written) {
            try {
                days.merge(name, LocalDate.parse(written), BinaryOperator.minBy(Comparator.naturalOrder()));
            } catch (DateTimeParseException noSuchDay) {
                unreadable = unreadable.or(() -> Optional.of(line));
            }
        }

        private void fact(String kind, String name) {
            if (kind.equals("current")) {
                current = Optional.of(name);
            } else if (kind.equals("track")) {
                track = Optional.of(name);
            } else {
                names.computeIfAbsent(kind, key -> new TreeSet<>()).add(name);
            }
        }

        private Progress progress() {
            if (!headed && unreadable.isEmpty()) {
                unreadable = Optional.of("no header");
            }
            return new Progress(
                    current,
                    names.getOrDefault("passed", new TreeSet<>()),
                    names.getOrDefault("assisted", new TreeSet<>()),
                    names.getOrDefault("skipped", new TreeSet<>()),
                    counts.getOrDefault("attempts", new TreeMap<>()),
                    counts.getOrDefault("hints", new TreeMap<>()),
                    bests,
                    days,
                    track,
                    names.getOrDefault("redo", new TreeSet<>()),
                    others);
        }
    }
}
