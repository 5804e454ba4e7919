package dojo.workbench.house;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A pretended clone: the real launcher, a Maven that only keeps a journal, and a workbench that repeats its arguments. */
final class Checkout {
    static final Path REPOSITORY_ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Stands where Maven would: writes down its arguments, and puts the prepared jar in place. */
    private static final String MAVEN = """
            printf '%s\\n' "$*" >>maven.txt
            mkdir -p workbench/target/dojo && cp prepared.jar workbench/target/dojo/dojo.jar
            """;

    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "cp",
            "date",
            "dirname",
            "find",
            "grep",
            "head",
            "locale",
            "ls",
            "mkdir",
            "mv",
            "ps",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep",
            "sort",
            "touch",
            "uname");

    private final Path root;

    private Checkout(Path root) {
        this.root = root;
    }

    static Checkout in(Path root) throws IOException {
        Checkout checkout = new Checkout(Files.createDirectories(root).toRealPath());
        checkout.copy("dojo");
        checkout.copy("workbench/src/launcher/build.sh");
        checkout.copy(".mvn/wrapper/maven-wrapper.properties");
        for (String source :
                List.of("lab/src/main/Lab.java", "workbench/src/main/Dojo.java", "exercises/src/Learner.java"))
            checkout.write(source, "// a source file\n");
        for (String pom : List.of("pom.xml", "lab/pom.xml", "workbench/pom.xml")) checkout.write(pom, "<project/>\n");
        checkout.maven(MAVEN);
        echoJar(checkout.path("prepared.jar"));
        return checkout;
    }

    Path root() {
        return root;
    }

    Path path(String relative) {
        return root.resolve(relative);
    }

    Path launcher() {
        return path("dojo");
    }

    void maven(String script) throws IOException {
        write("mvnw", "#!/bin/sh\n" + script);
    }

    /** Maven that keeps its journal and then does {@code more}. */
    void mavenThen(String more) throws IOException {
        maven(MAVEN + more);
    }

    List<String> builds() throws IOException {
        Path journal = path("maven.txt");
        return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    }

    void write(String relative, String text) throws IOException {
        Files.createDirectories(path(relative).getParent());
        Files.writeString(path(relative), text);
    }

    /** Replaces the pretended Maven and modules by the real wrapper and build file. */
    void useRealMaven() throws IOException {
        copy("mvnw");
        for (String pom : List.of("pom.xml", "lab/pom.xml", "workbench/pom.xml")) copy(pom);
        for (String module : List.of("exercises", "solutions", "docs")) copy(module + "/pom.xml");
        for (String module : List.of("", "core/", "spring-ai/", "langchain4j/", "lambda/"))
            copy("reference-impl/" + module + "pom.xml");
    }

    private void copy(String relative) throws IOException {
        Files.createDirectories(path(relative).getParent());
        Files.copy(
                REPOSITORY_ROOT.resolve(relative),
                path(relative),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void echoJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String entry = Echo.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                var bytes = Echo.class.getResourceAsStream("/" + entry)) {
            out.putNextEntry(new ZipEntry(entry));
            bytes.transferTo(out);
        }
    }

    /** A folder that holds the ordinary tools, and no Java. */
    static Path toolsWithoutJava(Path folder) throws IOException {
        if (Files.exists(folder)) return folder;
        Files.createDirectories(folder);
        for (String tool : TOOLS) {
            for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
                Path there = Path.of(directory, tool);
                if (!Files.isExecutable(there)) continue;
                executable(folder.resolve(tool), "exec '" + there + "' \"$@\"\n");
                break;
            }
        }
        return folder;
    }

    static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A folder like that of an installed Java {@code version}, of which no more than the named tools are there. */
    static Path pretendedJava(Path home, String version, String... tools) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        for (String tool : tools) executable(home.resolve("bin").resolve(tool), "exit 1\n");
        return home;
    }

    /** Takes the right to write away from a folder and everything in it. */
    static void freeze(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
