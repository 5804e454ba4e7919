package dojo.workbench.editor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the environment says about the terminal we are in, and which programs there are. */
public record Surroundings(Map<String, String> environment, boolean windows) {

    public static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(), System.getProperty("os.name", "").startsWith("Windows"));
    }

    /** The value of a variable, unless it is blank. */
    Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    boolean is(String name, String value) {
        return value.equals(environment.get(name));
    }

    /** The program of that name, or path, as a file that can be started. */
    Optional<Path> program(String name) {
        List<String> endings = windows ? List.of(".exe", ".cmd", ".bat", "") : List.of("");
        boolean path = name.contains("/") || (windows && name.contains("\\"));
        List<String> folders = path
                ? List.of("")
                : List.of(environment
                        .getOrDefault(windows ? "Path" : "PATH", environment.getOrDefault("PATH", ""))
                        .split(File.pathSeparator, -1));
        return folders.stream()
                .filter(folder -> path || !folder.isEmpty())
                .flatMap(folder -> endings.stream().flatMap(ending -> file(folder, name + ending)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Stream<Path> file(String folder, String name) {
        try {
            return Stream.of(Path.of(folder).resolve(name));
        } catch (InvalidPathException notAPath) {
            return Stream.empty();
        }
    }
}
