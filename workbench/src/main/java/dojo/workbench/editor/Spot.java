package dojo.workbench.editor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A line of a file, counted from 1. */
public record Spot(Path file, int line) {
    private static final Pattern WHERE = Pattern.compile("(.+):(\\d{1,9})");
    private static final Pattern DECLARATION =
            Pattern.compile("\\s*(public |final |abstract |sealed )*(class|record|interface|enum) .*");

    /**
     * Where to look in the first of these files: at the line that was named, if it is in one of them, else at what is to
     * be done, else where the code begins.
     *
     * @param where a place as verdicts name it, {@code path:line}, relative to {@code root}
     */
    public static Spot in(List<Path> files, Path root, Optional<String> where) {
        return where.map(WHERE::matcher)
                .filter(Matcher::matches)
                .map(place -> new Spot(
                        root.resolve(place.group(1)).normalize(), Math.max(1, Integer.parseInt(place.group(2)))))
                .filter(spot -> files.contains(spot.file()))
                .orElseGet(() -> new Spot(files.get(0), toDo(files.get(0))));
    }

    private static int toDo(Path file) {
        try {
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return number(lines, Pattern.compile(".*\\bTODO\\b.*"))
                    .or(() -> number(lines, DECLARATION))
                    .orElse(1);
        } catch (IOException notReadable) {
            return 1;
        }
    }

    private static Optional<Integer> number(List<String> lines, Pattern pattern) {
        return IntStream.range(0, lines.size())
                .filter(index -> pattern.matcher(lines.get(index)).matches())
                .mapToObj(index -> index + 1)
                .findFirst();
    }
}
