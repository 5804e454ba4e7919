package dojo.workbench.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A compiler that stopped complaining looks exactly like clean code. So one small module per defect is compiled by the
 * very settings of our pom, all in one run of Maven, and each must be rejected for its own reason.
 */
class StrictGateTest {
    /** What a defect is, in which JDK's rules it is forbidden first, and how the compiler names it. */
    enum Seed {
        RAW_TYPE(17, "found raw type", "java.util.List all() { return java.util.List.of(); }"),
        UNCHECKED_CAST(
                17, "unchecked cast", "java.util.List<String> all(Object o) { return (java.util.List<String>) o; }"),
        FALL_THROUGH(
                17, "possible fall-through", "int f(int i) { switch (i) { case 1: i++; default: i--; } return i; }"),
        USELESS_CAST(17, "redundant cast", "String s(String s) { return (String) s; }"),
        THIS_ESCAPES(25, "possible 'this' escape", "public Seed() { open(); } public void open() {}"),
        DANGLING_COMMENT(25, "documentation comment is not attached", "/** lost */ /** kept */ int f() { return 1; }"),
        NULL_RETURNED(25, "[NullAway]", "String name() { return null; }"),
        NULLABLE_ELEMENTS(25, "[NullAway]", """
                java.util.List<String> all(java.util.List<@org.jspecify.annotations.Nullable String> some) { return some; }
                """),
        EXCEPTION_NOT_THROWN(25, "[DeadException]", "void f() { new IllegalStateException(\"lost\"); }"),
        STRING_SPLIT(
                25, "[StringSplitter]", "int f(String s) { String[] parts = s.split(\":\"); return parts.length; }"),
        NONE(99, "", "String name() { return \"honest\"; }");

        private final int since;
        private final String complaint;
        private final String body;

        Seed(int since, String complaint, String body) {
            this.since = since;
            this.complaint = complaint;
            this.body = body;
        }

        String module() {
            return "seed-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final int FEATURE = Runtime.version().feature();

    private static String log = "";

    @BeforeAll
    static void compile_all_seeds() throws Exception {
        Path folder = Path.of("target", "strict-gate").toAbsolutePath();
        StringBuilder modules = new StringBuilder();
        for (Seed seed : Seed.values()) {
            write(folder.resolve(seed.module()), seed);
            modules.append("<module>").append(seed.module()).append("</module>");
        }
        Files.writeString(
                folder.resolve("pom.xml"),
                pom("seeds", "<packaging>pom</packaging><modules>" + modules + "</modules>", "../../../pom.xml"));
        String maven = "org.apache.maven.plugins:maven-compiler-plugin:compile";
        Path wrapper = Checkout.REPOSITORY_ROOT.resolve("mvnw");
        String repository = "-Dmaven.repo.local="
                + System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository");
        Command command = Command.of(wrapper, "-B", "-o", repository, "--fail-at-end", "-f", folder, maven)
                .in(Checkout.REPOSITORY_ROOT);
        System.getenv().forEach(command::with);
        command.with("JAVA_HOME", System.getProperty("java.home"));
        Command.Ended ended = command.run();
        log = ended.out() + ended.errors();
        Files.writeString(folder.resolve("log.txt"), log);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_seeded_defect_is_rejected(Seed seed) {
        assumeTrue(
                FEATURE >= seed.since, seed + " is forbidden from JDK " + seed.since + " on; this is JDK " + FEATURE);
        assertThat(reportOf(seed)).contains(seed.complaint);
        assertThat(log).containsPattern(seed.module() + " \\.* FAILURE");
    }

    @Test
    void a_class_without_defect_compiles() {
        assertThat(log).containsPattern(Seed.NONE.module() + " \\.* SUCCESS");
    }

    /** The lines of Maven's log that name the seed's file. */
    private static String reportOf(Seed seed) {
        return String.join(
                "\n",
                log.lines()
                        .filter(line -> line.contains("/" + seed.module() + "/"))
                        .toList());
    }

    private static void write(Path module, Seed seed) throws IOException {
        Path sources = Files.createDirectories(module.resolve("src/main/java/seed"));
        Files.writeString(module.resolve("pom.xml"), pom(seed.module(), JSPECIFY, "../../../../pom.xml"));
        Files.writeString(sources.resolve("package-info.java"), "@org.jspecify.annotations.NullMarked package seed;\n");
        Files.writeString(sources.resolve("Seed.java"), "package seed;\npublic class Seed {\n" + seed.body + "\n}\n");
    }

    private static final String JSPECIFY = "<dependencies><dependency>"
            + "<groupId>org.jspecify</groupId><artifactId>jspecify</artifactId></dependency></dependencies>";

    private static String pom(String name, String body, String parent) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
                <parent><groupId>dojo</groupId><artifactId>dojo-parent</artifactId><version>0.1.0</version>
                <relativePath>%s</relativePath></parent>
                <artifactId>%s</artifactId>%s</project>
                """.formatted(parent, name, body);
    }
}
