package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Another answer to an exercise, kept in a folder of its own: a known wrong one, or another right one.
 *
 * @param name the folder's name
 * @param folder where its files are
 * @param header what the comment block on top of its files says, such as {@code Misconception}
 */
public record Variant(String name, Path folder, Map<String, String> header) {

    private static final Pattern HEADER = Pattern.compile("// ([A-Z][a-z ]+): (.+)");

    public Variant {
        header = Map.copyOf(header);
    }

    /** The known wrong answers of the exercise. */
    public static List<Variant> wrong(Path root, Exercise exercise) throws IOException {
        return in(root.resolve("solutions/src/wrong/java").resolve(exercise.packagePath()));
    }

    /** The other right answers of the exercise. */
    public static List<Variant> alsoRight(Path root, Exercise exercise) throws IOException {
        return in(root.resolve("solutions/src/also-right/java").resolve(exercise.packagePath()));
    }

    /** What the header says under this name, if it says it. */
    public Optional<String> says(String key) {
        return Optional.ofNullable(header.get(key)).filter(value -> !value.isBlank());
    }

    private static List<Variant> in(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        List<Variant> variants = new ArrayList<>();
        try (Stream<Path> folders = Files.list(parent)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                variants.add(new Variant(folder.getFileName().toString(), folder, header(folder)));
            }
        }
        return variants;
    }

    /** Entries of the comment block on top of each file; a line that starts none goes on with the one before. */
    private static Map<String, String> header(Path folder) throws IOException {
        Map<String, String> header = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            String last = "";
            for (String line : Files.readAllLines(file)) {
                Matcher entry = HEADER.matcher(line);
                if (entry.matches()) {
                    last = entry.group(1);
                    header.put(last, entry.group(2).strip());
                } else if (line.startsWith("// ") && !last.isEmpty()) {
                    header.merge(last, line.substring(2).strip(), (one, more) -> one + " " + more);
                } else {
                    break;
                }
            }
        }
        return header;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
