package dojo.workbench.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Machines on which ./dojo cannot work: each gets one sentence that names what to do, and exit code 3. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "./dojo is a POSIX shell script; Windows has dojo.cmd")
class LauncherBadMachineTest {
    private static final int NOBODY = 65534;

    @TempDir
    Path temp;

    Checkout checkout;

    @BeforeEach
    void clone_the_repository() throws Exception {
        checkout = Checkout.in(temp.resolve("clone"));
    }

    private Command dojo(String... prefix) throws Exception {
        List<Object> words = new ArrayList<>(List.of(prefix));
        words.add(checkout.launcher());
        words.add("list");
        return Command.of(words.toArray())
                .in(temp)
                .with("PATH", Checkout.toolsWithoutJava(temp.resolve("tools")))
                .with("HOME", Files.createDirectories(temp.resolve("home")))
                .with("DOJO_JVM_DIR", Files.createDirectories(temp.resolve("jvm")))
                .with("MAVEN_ARGS", "-Dmaven.repo.local=" + temp.resolve("repository"));
    }

    private Command dojoWithJava(String... prefix) throws Exception {
        return dojo(prefix).with("JAVA_HOME", System.getProperty("java.home"));
    }

    private void pretendThatMavenIsThere() throws Exception {
        Path bin = Files.createDirectories(temp.resolve("home/.m2/wrapper/dists/apache-maven-3.9.16/1/bin"));
        Files.createFile(bin.resolve("mvn"));
    }

    private void refusedWith(Command.Ended ended, String... sentence) {
        assertThat(ended.exit()).as(ended.errors()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.errors()).contains(sentence).doesNotContain("\tat ", "Exception");
    }

    @Test
    void no_java_at_all() throws Exception {
        var ended = dojo().run();

        refusedWith(ended, "a JDK 17 or newer is needed and none was found: install one", "or set JAVA_HOME");
        assertThat(ended.errors().lines()).hasSize(1);
    }

    @Test
    void a_java_without_a_compiler() throws Exception {
        Path home = Checkout.pretendedJava(temp.resolve("a jre"), "21.0.2", "java");
        refusedWith(dojo().with("JAVA_HOME", home).run(), "only a Java without a compiler in " + home);
    }

    @Test
    void a_jdk_that_is_too_old() throws Exception {
        Path home = Checkout.pretendedJava(temp.resolve("old"), "11.0.22", "java", "javac");
        Path older = Checkout.pretendedJava(temp.resolve("jvm/older"), "1.8.0_392", "java", "javac");
        refusedWith(
                dojo().with("JAVA_HOME", home).run(),
                "only a JDK 11.0.22 in " + home + ", a JDK 1.8.0_392 in " + older,
                "install one");
    }

    @Test
    void a_wrong_java_home_does_not_hide_an_installed_jdk() throws Exception {
        pretendThatMavenIsThere();
        Files.createDirectories(temp.resolve("repository/org/apache/maven"));
        Path installed = Path.of(System.getProperty("java.home")).getParent();
        var ended = dojo().with("JAVA_HOME", temp.resolve("gone"))
                .with("DOJO_JVM_DIR", installed)
                .run();
        assertThat(ended.exit()).as(ended.errors()).isZero();
    }

    @Test
    void an_empty_repository_and_no_network() throws Exception {
        Path tools = Checkout.toolsWithoutJava(temp.resolve("tools"));
        Checkout.executable(tools.resolve("curl"), "exit 6\n");

        var ended = dojoWithJava().run();

        refusedWith(ended, "fetches its libraries from https://repo.maven.apache.org, which cannot be reached");
        assertThat(checkout.builds()).isEmpty();
    }

    @Test
    void real_maven_behind_a_closed_port() throws Exception {
        Path dists = Path.of(System.getProperty("user.home"), ".m2/wrapper/dists");
        assumeTrue(Files.isDirectory(dists), "needs an unpacked Maven in " + dists);
        checkout.useRealMaven();

        Path settings = Files.writeString(temp.resolve("settings.xml"), """
                <settings><mirrors><mirror>
                  <id>nobody-there</id><url>http://127.0.0.1:1/maven2</url><mirrorOf>*</mirrorOf>
                </mirror></mirrors></settings>
                """);

        var ended = dojoWithJava()
                .with("PATH", System.getenv("PATH"))
                .with("MAVEN_USER_HOME", dists.getParent().getParent())
                .with("MAVEN_ARGS", "-s " + settings + " -Dmaven.repo.local=" + temp.resolve("repository"))
                .run();

        refusedWith(ended, "a library could not be fetched: check the network");
    }

    @Test
    void a_repository_that_can_be_neither_read_nor_made() throws Exception {
        pretendThatMavenIsThere();
        Files.writeString(temp.resolve("repository"), "a file where a folder should be");
        refusedWith(dojoWithJava().run(), "repository is empty and cannot be written", "set MAVEN_ARGS=");
    }

    @Test
    void a_home_that_cannot_be_written_and_no_maven_yet() throws Exception {
        Files.writeString(Files.createDirectories(temp.resolve("home")).resolve(".m2"), "a file");
        refusedWith(dojoWithJava().run(), "Maven must be fetched first, but", "MAVEN_USER_HOME");
    }

    @Test
    void a_read_only_repository_is_used_offline() throws Exception {
        var ended = withReadOnlyRepository().run();

        assertThat(ended.exit()).as(ended.errors()).isZero();
        assertThat(ended.errors()).contains("is read-only: building offline from what it holds");
        assertThat(checkout.builds()).singleElement().asString().endsWith(" -o");
    }

    @Test
    void a_read_only_repository_that_lacks_something() throws Exception {
        checkout.mavenThen("echo '[ERROR] Cannot access central in offline mode'; exit 1\n");
        refusedWith(withReadOnlyRepository().run(), "is read-only and lacks something the build needs");
    }

    /** Root may write everywhere, so as root the launcher runs as nobody. */
    private Command withReadOnlyRepository() throws Exception {
        pretendThatMavenIsThere();
        Files.createDirectories(temp.resolve("repository/org/apache/maven"));
        Checkout.freeze(temp.resolve("repository"));
        if (!Files.isWritable(temp.resolve("repository"))) return dojoWithJava();
        Path setpriv = Path.of("/usr/bin/setpriv");
        assumeTrue(Files.isExecutable(setpriv), "as root this test needs setpriv");
        String nobody = String.valueOf(NOBODY);
        assertThat(Command.of("/bin/chown", "-R", nobody, temp).run().exit()).isZero();
        return dojoWithJava(setpriv.toString(), "--reuid", nobody, "--clear-groups");
    }
}
