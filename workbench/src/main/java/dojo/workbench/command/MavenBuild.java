package dojo.workbench.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Maven, as a process of its own and as lenient as the launcher: what it says is kept in a file. */
public final class MavenBuild {
    private final Path root;
    private final Path log;

    private MavenBuild(Path root, Path log) {
        this.root = root;
        this.log = log;
    }

    /** A build of this checkout whose words go to {@code .dojo/NAME.log}. */
    public static MavenBuild of(Path root, String name) {
        return new MavenBuild(root, root.resolve(".dojo").resolve(name + ".log"));
    }

    /** Where its words are. */
    public Path log() {
        return log;
    }

    /**
     * Runs it to its end, and returns its exit code.
     *
     * @param heard gets every line, when it is said
     * @throws IOException if the checkout has no {@code mvnw}, or cannot be written to
     */
    public int run(List<String> words, Consumer<String> heard) throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        ProcessBuilder maven = new ProcessBuilder(command(words))
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE);
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = maven.start();
        process.getOutputStream().close();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter copy = new PrintWriter(log.toFile(), StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> {
                copy.println(line);
                heard.accept(line);
            });
        }
        return process.waitFor();
    }

    private List<String> command(List<String> words) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> line = new ArrayList<>(
                List.of(root.resolve(windows ? "mvnw.cmd" : "mvnw").toString(), "-B"));
        line.addAll(words);
        line.addAll(List.of("-P", "!strict", "-Dwarnings.flag=-nowarn", "-Dspotless.check.skip=true"));
        line.add("-Dsurefire.failIfNoSpecifiedTests=false");
        return line;
    }
}
