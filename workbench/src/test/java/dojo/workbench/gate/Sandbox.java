package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A checkout with a single exercise, to be broken. */
public record Sandbox(Path root) {

    public static Sandbox copy(Path from, Path to, String packagePath) throws IOException {
        for (String tree : List.of(
                "exercises/src/main/java",
                "exercises/src/starter/java",
                "exercises/src/test/java",
                "solutions/src/main/java",
                "solutions/src/test/java",
                "solutions/src/wrong/java",
                "solutions/src/also-right/java")) {
            Path source = from.resolve(tree).resolve(packagePath);
            if (!Files.isDirectory(source)) {
                continue; // What is answered has no starter.
            }
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        // The learner's files of the checkout may have been edited; those of the sandbox have not.
        Path starters = to.resolve("exercises/src/starter/java").resolve(packagePath);
        if (!Files.isDirectory(starters)) {
            return new Sandbox(to);
        }
        try (Stream<Path> files = Files.list(starters)) {
            for (Path starter : files.toList()) {
                Path learners = to.resolve("exercises/src/main/java").resolve(packagePath);
                Files.writeString(learners.resolve(starter.getFileName()), Files.readString(starter));
            }
        }
        return new Sandbox(to);
    }

    /** Leaves only these folders below the tree: three wrong answers judge as well as eight, and sooner. */
    public void keepOnly(String tree, String... names) throws IOException {
        try (Stream<Path> folders = Files.list(root.resolve(tree))) {
            for (Path folder : folders.toList()) {
                if (!List.of(names).contains(folder.getFileName().toString())) {
                    delete(tree + "/" + folder.getFileName());
                }
            }
        }
    }

    public String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    public void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    /** Replaces text that must be there, or the defect would not be one. */
    public void replace(String file, String old, String now) throws IOException {
        assertThat(read(file)).contains(old);
        write(file, read(file).replace(old, now));
    }

    public void delete(String tree) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(tree))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
