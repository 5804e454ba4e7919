package dojo.workbench.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code dojo book}: measures what the book claims, then sets its pages.
 *
 * <p>The book is made by the Maven build, for its listings must have compiled and its numbers must come from tests that
 * ran. This takes a minute or so, and longer the first time.
 */
@Command(name = "book", description = "Build the book; every number in it is measured first.")
public final class BookCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Option(names = "--check", description = "Run every gate, and publish nothing.")
    private boolean check;

    public BookCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path log = workbench.root().resolve(".dojo").resolve("book.log");
        BookBuild build = new BookBuild(workbench.screen());
        try {
            Files.createDirectories(log.getParent());
            if (run(log, build) == 0) {
                return 0;
            }
            build.failed(log.toString());
        } catch (IOException e) {
            workbench
                    .screen()
                    .error("The book cannot be built: " + e.getMessage() + ". Is " + workbench.root()
                            + " a complete and writable checkout?");
        }
        return 1;
    }

    private int run(Path log, BookBuild build) throws IOException, InterruptedException {
        ProcessBuilder maven = new ProcessBuilder(command())
                .directory(workbench.root().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE);
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = maven.start();
        process.getOutputStream().close();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter copy = new PrintWriter(log.toFile(), StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> {
                copy.println(line);
                build.hear(line);
            });
        }
        return process.waitFor();
    }

    /** As lenient as the launcher, and of all tests only the exhibits. */
    private List<String> command() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> line = new ArrayList<>(
                List.of(workbench.root().resolve(windows ? "mvnw.cmd" : "mvnw").toString()));
        line.addAll(List.of("-B", "-pl", "docs", "-am", "verify", "-P", "!strict"));
        line.addAll(List.of("-Dwarnings.flag=-nowarn", "-Dspotless.check.skip=true"));
        line.addAll(List.of("-Dtest=dojo/exhibits/**/*_*_*", "-Dsurefire.failIfNoSpecifiedTests=false"));
        if (check) {
            line.add("-Dbook.mode=--check");
        }
        return line;
    }
}
