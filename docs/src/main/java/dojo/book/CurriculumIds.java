package dojo.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ids of {@code exercises/curriculum.txt}, and what the READMEs of those that are built say. Immutable.
 *
 * @param marks id to what stands in brackets behind it
 * @param readmes id to the README of an exercise that is built
 */
record CurriculumIds(Map<String, String> marks, Map<String, Path> readmes) {

    static CurriculumIds of(Path root) {
        Map<String, String> marks = new LinkedHashMap<>();
        Path file = root.resolve("exercises/curriculum.txt");
        if (Files.isRegularFile(file)) {
            Sources.lines(file).stream()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> line.matches("[a-z].*"))
                    .forEach(line -> marks.put(
                            line.split("\\s", 2)[0], line.contains("(") ? line.substring(line.indexOf('(')) : ""));
        }
        Map<String, Path> readmes = new LinkedHashMap<>();
        for (Path readme : Sources.below(root.resolve("exercises/src/main/java"), "README.adoc")) {
            String folder = readme.getName(readme.getNameCount() - 2).toString();
            readmes.put(folder.replaceFirst("^e\\d+_", ""), readme);
        }
        return new CurriculumIds(marks, readmes);
    }

    boolean known(String id) {
        return marks.containsKey(id);
    }

    /** The ids that may be started today. */
    Set<String> built() {
        return marks.keySet().stream()
                .filter(readmes::containsKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean partTwo(String id) {
        return marks.getOrDefault(id, "").contains("part two");
    }

    /** The functions of the source document whose mistake the starter makes, as it says. */
    List<String> mistakes(String id) {
        String name = ":source-mistake:";
        return readmes.containsKey(id)
                ? Sources.lines(readmes.get(id)).stream()
                        .filter(line -> line.startsWith(name))
                        .flatMap(line -> Stream.of(line.substring(name.length()).split(",", -1)))
                        .map(String::strip)
                        .toList()
                : List.of();
    }

    /** The files of an exercise that a learner edits; the answer's have the same names. */
    List<String> files(Path root, String id) {
        if (!readmes.containsKey(id)) {
            return List.of();
        }
        Path below = root.resolve("exercises/src/main/java").relativize(readmes.get(id));
        return Sources.below(
                        root.resolve("exercises/src/starter/java")
                                .resolve(below)
                                .resolveSibling(""),
                        ".java")
                .stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }
}
