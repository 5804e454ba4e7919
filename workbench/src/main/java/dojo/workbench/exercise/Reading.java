package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place to read on: a question of the bank, or a chapter of the book.
 *
 * @param kind what it is, in a word
 */
public record Reading(String kind, String title, Path file) {

    /** What there is about an exercise below {@code root}; nothing where the docs are not at hand. */
    public static List<Reading> about(Exercise exercise, Path root) {
        List<Reading> found = new ArrayList<>();
        Optional<String> question = exercise.readme().attribute("question");
        question.map(id -> root.resolve("docs/questions").resolve(id + ".adoc"))
                .flatMap(file -> read("question", file, ""))
                .ifPresent(found::add);
        for (Path chapter : files(root.resolve("docs/book"))) {
            read("book", chapter, "dojo check " + exercise.id())
                    .or(() -> question.flatMap(id -> read("book", chapter, "<<" + id)))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** The file, if it is there, speaks of {@code word} and has a title. */
    private static Optional<Reading> read(String kind, Path file, String word) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.contains(word)
                    ? text.lines()
                            .filter(line -> line.matches("==? \\S.*"))
                            .findFirst()
                            .map(title -> new Reading(
                                    kind, title.replaceFirst("==? ", "").strip(), file))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // Reading on is an offer; without it the pass is none the worse.
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".adoc"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
