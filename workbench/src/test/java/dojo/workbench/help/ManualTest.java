package dojo.workbench.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dojo.workbench.Dojo;
import dojo.workbench.command.Workbench;
import dojo.workbench.screen.Screen;
import dojo.workbench.shell.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The help of every command, as somebody reads it; and every example in it, as somebody runs it. */
class ManualTest {
    private static final Manual MANUAL = Manual.read();
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** These serve until they are stopped, or read what is typed: or mean a folder by its name alone: they get a process of their own. */
    private static final Set<String> OWN_PROCESS = Set.of(
            "dojo lab --port 0",
            "dojo shell look_around",
            "dojo init my-dojo",
            "dojo check --ci --within 60 first_query",
            "dojo report --output report.html",
            "dojo");

    /** A minute and more each, and their exit code depends on the machine: run with -Ddojo.examples=all. */
    private static final Set<String> SLOW = Set.of("dojo bench lab --rounds 1", "dojo bench memory");

    /** What they say is about all exercises. */
    private static final Set<String> WHOLE = Set.of("list", "track", "golf", "report", "placement", "reset", "doctor");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path root;

    @TempDir
    private Path elsewhere;

    static List<String> commands() {
        return MANUAL.commands();
    }

    static Stream<Manual.Example> examples() {
        return MANUAL.commands().stream()
                .flatMap(command -> MANUAL.page(command).orElseThrow().examples().stream())
                .distinct();
    }

    @Test
    void every_command_has_a_page() {
        List<String> missing = new ArrayList<>();
        collect("dojo", missing);
        assertThat(missing).as("write their pages in manual.txt").isEmpty();
    }

    private void collect(String command, List<String> missing) {
        if (MANUAL.page(command).isEmpty()) {
            missing.add(command);
        }
        String help = help(command);
        if (help.contains("Commands:")) {
            Pattern.compile("(?m)^  ([a-z]+) {2,}\\S")
                    .matcher(help.replaceFirst("(?s).*Commands:\\R", "").replaceFirst("(?s)\\RExit codes:.*", ""))
                    .results()
                    .forEach(sub -> collect(command + " " + sub.group(1), missing));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void its_help_has_exit_codes_and_examples_and_fits_eighty_columns(String command) {
        String help = help(command);

        assertThat(help).contains("Usage: " + command, "Exit codes:\n  0  ", "Examples:\n  dojo");
        assertThat(help.lines().filter(line -> !line.startsWith("  dojo ")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_does_what_it_claims(Manual.Example example) throws Exception {
        assumeTrue(!SLOW.contains(example.line()) || "all".equals(System.getProperty("dojo.examples")));
        sandbox(example.line());

        int code = OWN_PROCESS.contains(example.line()) ? process(example) : run(example.line());

        assertThat(code).as(example + "\n" + said).isEqualTo(example.exitCode());
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("defect of the workbench");
    }

    /** A checkout as a fresh clone has it, whatever somebody edited here; with few exercises, unless a command looks at all. */
    private void sandbox(String line) throws IOException {
        Path real = Path.of("..").toAbsolutePath().normalize();
        boolean whole = words(line).skip(1).limit(1).anyMatch(WHOLE::contains);
        for (String tree : List.of("exercises", "solutions")) {
            copy(
                    real.resolve(tree),
                    root.resolve(tree),
                    file -> whole
                            || file.contains("c01_")
                            || words(line).anyMatch(word -> file.contains("_" + word + "/")));
        }
        for (String below : List.of("main", "test")) {
            restore(root.resolve("exercises/src/starter/java"), root.resolve("exercises/src/" + below + "/java"));
        }
        Path maven = Files.writeString(root.resolve("mvnw"), "#!/bin/sh\necho 'book: index.html'\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    private static void copy(Path from, Path to, Predicate<String> chosen) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = from.relativize(file);
                boolean wanted = !relative.toString().matches(".*\\bc\\d\\d_.*") || chosen.test(file.toString());
                if (!relative.startsWith("target") && wanted) {
                    Path target = to.resolve(relative.toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void restore(Path starters, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(starters)) {
            for (Path starter : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(starters.relativize(starter).toString());
                if (Files.exists(target)) {
                    Files.copy(starter, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** As at a shell's prompt, without the shell; relative paths are those of the checkout. */
    private int run(String line) {
        String[] words = words(line)
                .skip(1)
                .map(word -> word.startsWith("solutions/") ? root.resolve(word).toString() : word)
                .toArray(String[]::new);
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        Workbench workbench = new Workbench(root, Screen.of(to, to))
                .withScripts(Shell.of(root).runner());
        return Dojo.run(workbench, words);
    }

    private int process(Manual.Example example) throws Exception {
        // A workspace is made from a whole checkout, and nothing is written there.
        Path home = example.line().startsWith("dojo init") ? Path.of("..").toRealPath() : root;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Ddojo.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Dojo.class.getName()));
        words(example.line()).skip(1).forEach(command::add);
        Process dojo = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .redirectInput(new java.io.File("/dev/null"))
                .start();
        try (var reader = dojo.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
                if (line.contains("The lab listens on")) {
                    dojo.toHandle().destroy(); // As Ctrl-C does.
                }
            }
            assertThat(dojo.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return dojo.exitValue();
        } finally {
            dojo.destroyForcibly();
        }
    }

    private static Stream<String> words(String line) {
        return WORD.matcher(line).results().map(word -> word.group(1) == null ? word.group(2) : word.group(1));
    }

    private String help(String command) {
        said.reset();
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] words =
                Stream.concat(words(command).skip(1), Stream.of("--help")).toArray(String[]::new);
        assertThat(Dojo.run(new Workbench(Path.of(".."), Screen.of(to, to)), words))
                .isZero();
        return said.toString(StandardCharsets.UTF_8);
    }
}
