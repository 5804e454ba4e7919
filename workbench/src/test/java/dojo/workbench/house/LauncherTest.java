package dojo.workbench.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real ./dojo, in a pretended clone whose path holds a space and letters that are not ASCII. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "./dojo is a POSIX shell script; Windows has dojo.cmd")
class LauncherTest {
    @TempDir
    Path temp;

    Checkout checkout;

    @BeforeEach
    void clone_the_repository() throws Exception {
        checkout = Checkout.in(temp.resolve("mein dójo"));
    }

    private Command dojo(Object... arguments) throws Exception {
        return launch(checkout.launcher(), arguments);
    }

    private Command launch(Path script, Object... arguments) throws Exception {
        Object[] words = new Object[arguments.length + 1];
        words[0] = script;
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return Command.of(words)
                .in(temp)
                .with("PATH", Checkout.toolsWithoutJava(temp.resolve("tools")))
                .with("HOME", Files.createDirectories(temp.resolve("home")))
                .with("DOJO_JVM_DIR", temp.resolve("no such folder"))
                .with("MAVEN_ARGS", "-Dmaven.repo.local=" + filledRepository())
                .with("JAVA_HOME", System.getProperty("java.home"));
    }

    private Path filledRepository() throws Exception {
        Files.createDirectories(temp.resolve("home/.m2/wrapper/dists/apache-maven-3.9.16/1/bin"));
        Path mvn = temp.resolve("home/.m2/wrapper/dists/apache-maven-3.9.16/1/bin/mvn");
        if (Files.notExists(mvn)) Files.createFile(mvn);
        Files.createDirectories(temp.resolve("repository/org/apache/maven"));
        return temp.resolve("repository");
    }

    private void touch(String relative) throws Exception {
        Files.setLastModifiedTime(
                checkout.path(relative), FileTime.from(Instant.now().plusSeconds(3600)));
    }

    @Test
    void the_first_start_builds_and_hands_everything_over() throws Exception {
        var ended = dojo("check", "two words", "--seed", "7").run();

        assertThat(ended.errors()).contains("Building the workbench").contains("Built in");
        assertThat(ended.exit()).as(ended.errors()).isZero();
        assertThat(ended.out().lines())
                .containsExactly(
                        "home=" + checkout.root(),
                        "folder=" + temp.toRealPath(),
                        "argument=check",
                        "argument=two words",
                        "argument=--seed",
                        "argument=7");
        assertThat(checkout.builds()).singleElement().asString().contains("-pl lab,workbench -am package");
    }

    @Test
    void the_path_is_understood_in_every_locale_and_in_one_that_is_not_installed() throws Exception {
        for (String locale : new String[] {"C", "POSIX", "C.UTF-8", "tr_TR.UTF-8", "xx_YY.UTF-8"}) {
            var ended = dojo("list").with("LC_ALL", locale).run();

            assertThat(ended.exit()).as(locale + "\n" + ended.errors()).isZero();
            assertThat(ended.out()).as(locale).startsWith("home=" + checkout.root() + "\n");
        }
    }

    @Test
    void later_starts_say_nothing_and_build_nothing() throws Exception {
        dojo("list").run();
        var again = dojo("list").run();

        assertThat(again.errors()).isEmpty();
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void a_symbolic_link_finds_its_way_home() throws Exception {
        Path there = Files.createDirectories(temp.resolve("my tools"));
        Path relative = Files.createSymbolicLink(there.resolve("first"), there.relativize(checkout.launcher()));
        Path link = Files.createSymbolicLink(there.resolve("second"), relative);

        assertThat(launch(link, "list").run().out()).startsWith("home=" + checkout.root() + "\n");
    }

    @Test
    void an_edit_in_an_exercise_never_builds() throws Exception {
        dojo("list").run();
        touch("exercises/src/Learner.java");
        dojo("list").run();

        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void an_edit_in_the_lab_the_workbench_or_a_pom_builds_once() throws Exception {
        dojo("list").run();
        int builds = 1;
        for (String changed : new String[] {"lab/src/main/Lab.java", "workbench/src/main/Dojo.java", "pom.xml"}) {
            touch(changed);
            assertThat(dojo("list").run().errors()).as(changed).contains("its sources changed");
            assertThat(checkout.builds()).as(changed).hasSize(++builds);
        }
        dojo("list").run();
        assertThat(checkout.builds()).hasSize(builds);
    }

    @Test
    void a_source_file_from_the_future_builds_once() throws Exception {
        Files.setLastModifiedTime(
                checkout.path("lab/src/main/Lab.java"),
                FileTime.from(Instant.now().plus(Duration.ofDays(2))));
        dojo("list").run();
        dojo("list").run();

        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void a_deleted_source_file_is_noticed() throws Exception {
        dojo("list").run();
        Files.delete(checkout.path("lab/src/main/Lab.java"));
        dojo("list").run();

        assertThat(checkout.builds()).hasSize(2);
    }

    @Test
    void a_failed_build_is_told_in_plain_words_and_tried_again() throws Exception {
        checkout.mavenThen("""
                echo '[ERROR] COMPILATION ERROR : '
                echo '[ERROR] /x/lab/src/main/Lab.java:[3,9] cannot find symbol'
                echo 'org.apache.maven.lifecycle.LifecycleExecutionException: Failed'
                echo '	at org.apache.maven.Something.run(Something.java:1)'
                exit 1
                """);
        var failed = dojo("list").run();

        assertThat(failed.exit()).isEqualTo(3);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.errors())
                .contains("/x/lab/src/main/Lab.java:[3,9] cannot find symbol", "does not compile")
                .doesNotContain("\tat ", "LifecycleExecutionException");

        assertThat(dojo("list").run().exit()).isEqualTo(3);
        assertThat(checkout.builds()).hasSize(2);
    }

    @Test
    void a_build_that_is_killed_does_not_live_on_the_success_of_the_last() throws Exception {
        dojo("list").run();
        touch("lab/src/main/Lab.java");
        checkout.maven("echo killed >>maven.txt; kill -9 $PPID\n");

        var killed = dojo("list").run();

        assertThat(killed.exit()).as(killed.errors()).isEqualTo(3);
        assertThat(killed.errors()).contains("the build failed").doesNotContain("Built in");
        assertThat(dojo("list").run().exit()).as("still stale").isEqualTo(3);
        assertThat(checkout.builds()).hasSize(3);
    }

    @Test
    void another_jdk_makes_its_own_archive_and_a_moved_clone_makes_it_anew() throws Exception {
        dojo("list").run();
        String name = "dojo-" + System.getProperty("java.vm.version") + ".jsa";
        assertThat(checkout.path("workbench/target/dojo").resolve(name)).isNotEmptyFile();

        Path moved = Files.move(checkout.root(), temp.toRealPath().resolve("moved"));
        Files.writeString(moved.resolve("workbench/target/dojo/" + name), "an archive made for another place");
        var ended = launch(moved.resolve("dojo"), "list").run();

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).contains("home=" + moved);
        assertThat(Files.size(moved.resolve("workbench/target/dojo/" + name))).isGreaterThan(100_000);
    }

    @Test
    void two_starts_at_once_build_once() throws Exception {
        Path go = checkout.path("go");
        assertThat(Command.of("mkfifo", go)
                        .with("PATH", System.getenv("PATH"))
                        .run()
                        .exit())
                .isZero();
        checkout.mavenThen("read -r word <go\n");
        // Held open both ways: opening it never waits, and Maven is let go even if the test fails.
        try (FileChannel gate = FileChannel.open(go, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var first = dojo("list").start();
            first.awaitError("Building the workbench");
            var second = dojo("list").start();
            second.awaitError("Another dojo is building here");
            gate.write(UTF_8.encode("go\n"));

            assertThat(first.end().exit()).isZero();
            assertThat(second.end().exit()).isZero();
        }
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void a_lock_whose_owner_died_is_taken_over() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        checkout.write(".dojo/build.lock/owner", dead.pid() + "@" + hostName());

        var ended = dojo("list").run();

        assertThat(ended.exit()).as(ended.errors()).isZero();
        assertThat(checkout.path(".dojo/build.lock")).doesNotExist();
    }

    @Test
    void maven_signs_the_lock_too_because_it_may_outlive_the_launcher() throws Exception {
        checkout.mavenThen("cp .dojo/build.lock/owner signed.txt; echo $PPID >parent.txt\n");
        dojo("list").run();

        String parent = Files.readString(checkout.path("parent.txt")).strip();
        assertThat(Files.readAllLines(checkout.path("signed.txt")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith(parent + "@");
    }

    @Test
    void a_lock_with_one_living_owner_stands() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        String script = "lock='%s'; . '%s'; owner_died && echo dead || echo alive"
                .formatted(checkout.path("lock"), checkout.path("workbench/src/launcher/build.sh"));
        String owners = "%d@%s%d@%s"
                .formatted(dead.pid(), hostName(), ProcessHandle.current().pid(), hostName());
        checkout.write("lock/owner", owners);
        assertThat(Command.of("/bin/sh", "-c", script)
                        .with("PATH", System.getenv("PATH"))
                        .run()
                        .out())
                .isEqualTo("alive\n");

        checkout.write("lock/owner", dead.pid() + "@" + hostName());
        assertThat(Command.of("/bin/sh", "-c", script)
                        .with("PATH", System.getenv("PATH"))
                        .run()
                        .out())
                .isEqualTo("dead\n");
    }

    private static String hostName() throws Exception {
        return new String(
                new ProcessBuilder("uname", "-n").start().getInputStream().readAllBytes(), UTF_8);
    }
}
