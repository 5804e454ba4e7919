package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the learner's files are, and where what they are graded with is.
 *
 * <p>In a checkout both are in {@code exercises/} of one folder. A workspace holds the learner's files alone; starters,
 * hidden checks and answers stay in the checkout, or in any folder that is laid out like one.
 *
 * @param home the learner's folder; {@code .dojo} is in it
 * @param content holds {@code exercises/} and {@code solutions/}
 */
public record Places(Path home, Path content) {
    /** In a workspace: says so, and how it is laid out. */
    public static final String MARKER = ".dojo/workspace";
    /** In a workspace: where its content is on this machine, one path a line, to be tried in turn. */
    public static final String CONTENT = ".dojo/checkout";

    public static final String MARKER_HEADER = "# Dynamo Dojo workspace, version ";
    public static final int VERSION = 1;

    /** The content of a folder that is no workspace is in the folder itself. */
    public static Places of(Path home) {
        Path absolute = home.toAbsolutePath().normalize();
        if (!isWorkspace(absolute)) {
            return new Places(absolute, absolute);
        }
        // The launcher knows best: it is the content's own.
        return new Places(
                absolute,
                Optional.ofNullable(System.getProperty("dojo.home"))
                        .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                        .filter(folder -> !isWorkspace(folder))
                        .or(() -> remembered(absolute))
                        .orElse(absolute));
    }

    /** Whether the folder says that it is a workspace, of whatever version. */
    public static boolean isWorkspace(Path folder) {
        return Files.isRegularFile(folder.resolve(MARKER));
    }

    /** The nearest workspace at or above a folder. */
    public static Optional<Path> workspaceAround(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (isWorkspace(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Whether learner and content share one folder. */
    public boolean inPlace() {
        return home.equals(content);
    }

    /** Where the packages of the exercises begin, as the learner has them. */
    public Path main() {
        return inPlace() ? contentMain() : home.resolve("src/main/java");
    }

    /** Where the packages of the visible checks begin, as the learner has them. */
    public Path tests() {
        return inPlace() ? contentTests() : home.resolve("src/test/java");
    }

    public Path contentMain() {
        return content.resolve("exercises/src/main/java");
    }

    public Path contentTests() {
        return content.resolve("exercises/src/test/java");
    }

    public Path starters() {
        return content.resolve("exercises/src/starter/java");
    }

    public Path solutions() {
        return content.resolve("solutions");
    }

    /** Every exercise there is or will be, in the order of learning. */
    public Path curriculum() {
        return content.resolve("exercises/curriculum.txt");
    }

    /** Selections of exercises; there may be none. */
    public Path tracks() {
        return content.resolve("exercises/tracks.txt");
    }

    /** The questions that tell where to start; there may be none. */
    public Path placement() {
        return content.resolve("exercises/placement.txt");
    }

    /** A path as messages have it: relative to where it belongs. */
    public String shown(Path path) {
        if (path.startsWith(home)) {
            return home.relativize(path).toString();
        }
        return path.startsWith(content) ? content.relativize(path).toString() : path.toString();
    }

    /**
     * What came with an exercise and is not the learner's to edit, each file with its pristine copy; nothing in place,
     * where the checkout's history is the only pristine copy.
     */
    public Map<Path, Path> given(Exercise exercise) throws IOException {
        Map<Path, Path> given = new LinkedHashMap<>();
        if (!inPlace()) {
            for (Path below : List.of(contentMain(), contentTests())) {
                Path here = below.equals(contentMain()) ? main() : tests();
                for (Path pristine : files(below.resolve(exercise.packagePath()))) {
                    Path file = here.resolve(exercise.packagePath()).resolve(pristine.getFileName());
                    if (!exercise.learnerFiles().contains(file)) {
                        given.put(file, pristine);
                    }
                }
            }
        }
        return given;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(Places::isContent)
                    .sorted()
                    .toList();
        }
    }

    /** Names with a dot in front or a tilde behind are an editor's. */
    public static boolean isContent(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.endsWith("~");
    }

    private static Optional<Path> remembered(Path home) {
        try {
            return Files.readAllLines(home.resolve(CONTENT)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> home.resolve(line).normalize())
                    .filter(folder -> Files.isDirectory(folder.resolve("exercises")))
                    .findFirst();
        } catch (IOException nothingRemembered) {
            return Optional.empty();
        }
    }
}
