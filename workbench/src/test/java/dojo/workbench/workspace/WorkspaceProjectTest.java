package dojo.workbench.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A workspace without the workbench: its script, and its project. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "dojo and mvnw are POSIX shell scripts")
class WorkspaceProjectTest {
    @TempDir
    Path folder;

    private Grounds grounds;

    @BeforeEach
    void a_workspace() throws IOException {
        grounds = Grounds.in(folder);
        Workspaces.from(grounds.content).at(grounds.home);
        Files.createDirectories(grounds.content.resolve("workbench"));
        script(grounds.content.resolve("dojo"), "echo \"$DOJO_WORKSPACE says $*\"; cat; exit 7");
    }

    @Test
    void the_script_hands_everything_over_to_the_checkout() throws Exception {
        Ended ended = run(Map.of(), grounds.home.resolve("dojo").toString(), "check", "two words");
        assertThat(ended.said()).isEqualTo(grounds.home.toRealPath() + " says check two words\ntyped\n");
        assertThat(ended.exit()).isEqualTo(7);
    }

    @Test
    void the_script_finds_a_checkout_that_moved_with_it() throws Exception {
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.move(grounds.content, moved.resolve(grounds.content.getFileName()));
        Path home = Files.move(grounds.home, moved.resolve(grounds.home.getFileName()));
        assertThat(run(Map.of(), home.resolve("dojo").toString(), "list").exit())
                .isEqualTo(7);
    }

    @Test
    void the_script_says_what_to_do_about_a_checkout_that_is_gone() throws Exception {
        Path elsewhere = Files.move(grounds.content, folder.resolve("else where"));
        String script = grounds.home.resolve("dojo").toString();
        Ended ended = run(Map.of(), script, "list");
        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.said()).contains("is not at " + grounds.content, "dojo init \"", "DOJO_CHECKOUT");
        assertThat(run(Map.of("DOJO_CHECKOUT", elsewhere.toString()), script, "list")
                        .exit())
                .isEqualTo(7);
    }

    /** What an IDE does, too: the project's own class path, plain JUnit, no workbench. */
    @Test
    void a_visible_check_runs_under_maven_alone() throws Exception {
        Files.copy(
                grounds.content.resolve("solutions/src/main/java/" + Grounds.WORDS),
                grounds.main(Grounds.WORDS),
                StandardCopyOption.REPLACE_EXISTING);
        Path repository =
                Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));
        try {
            Ended ended = run(
                    Map.of(),
                    grounds.home.resolve("mvnw").toString(),
                    "-B",
                    "-o",
                    "-Dmaven.repo.local=" + repository,
                    "test",
                    "-Dtest=WordsTest");
            assertThat(ended.said()).contains("Tests run: 3, Failures: 0, Errors: 0");
            assertThat(ended.exit()).isZero();
        } finally {
            forget(repository);
        }
    }

    /** Maven has copied our lab into its repository; nobody needs that version again. */
    private void forget(Path repository) throws IOException {
        List<Path> copies;
        try (Stream<Path> versions = Files.list(grounds.home.resolve(LabRepository.FOLDER))) {
            copies = versions.map(version -> repository.resolve("dojo/dojo-lab").resolve(version.getFileName()))
                    .toList();
        }
        for (Path copy : copies) {
            try (Stream<Path> walk = Files.exists(copy) ? Files.walk(copy) : Stream.empty()) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended run(Map<String, String> variables, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(words)))
                .directory(grounds.home.toFile().exists() ? grounds.home.toFile() : folder.toFile())
                .redirectErrorStream(true);
        builder.environment().remove("DOJO_CHECKOUT");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        try (var typed = process.getOutputStream()) {
            typed.write("typed\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException nobodyReads) {
            // Maven and the sentence do without.
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private record Ended(int exit, String said) {}
}
