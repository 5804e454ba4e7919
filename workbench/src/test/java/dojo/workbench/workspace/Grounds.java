package dojo.workbench.workspace;

import dojo.workbench.exercise.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A checkout of the fixtures that changes, and a learner who has worked meanwhile. */
final class Grounds {
    private static final Path REPOSITORY_ROOT = Path.of("..").toAbsolutePath().normalize();

    static final String NOTES = "dojo/c01_reading/e1_find_one/Notes.java";
    static final String NOTE = "dojo/c01_reading/e1_find_one/Note.java";
    static final String WORDS = "dojo/c02_pure/e1_count_words/Words.java";
    static final String PROMPT = "dojo/c03_prompt/e1_look_inside/";

    final Path content;
    final Path home;

    private Grounds(Path content, Path home) {
        this.content = content;
        this.home = home;
    }

    /** The checkout, and no workspace yet. */
    static Grounds in(Path folder) throws IOException {
        Path content = folder.resolve("dojo chéckout");
        Trees.copyFixtures(content);
        for (String file :
                List.of("pom.xml", "lab/pom.xml", "mvnw", "mvnw.cmd", ".mvn/wrapper/maven-wrapper.properties")) {
            Files.createDirectories(content.resolve(file).getParent());
            Files.copy(REPOSITORY_ROOT.resolve(file), content.resolve(file));
        }
        return new Grounds(content, folder.resolve("my wörk"));
    }

    /** The exercises alone, as the checkout has them now. */
    Shipment exercises() throws IOException {
        return Shipment.exercises(content);
    }

    Path main(String file) {
        return home.resolve("src/main/java").resolve(file);
    }

    /** The learner edits a starter, a file that is given, and records an answer. */
    void work() throws IOException {
        Files.writeString(main(NOTES), "class Notes { /* my work */ }\n");
        Files.writeString(main(NOTE), "record Note(String my, String edit) {}\n");
        Files.writeString(main(PROMPT + "World.java"), "class World { /* my world */ }\n");
        Files.createDirectories(home.resolve(".dojo/answers"));
        Files.writeString(home.resolve(".dojo/answers/look_inside.txt"), "items=4\n");
    }

    /** The checkout changes every starter and given file, and renames an exercise. */
    void change() throws IOException {
        for (String file : List.of("starter/java/" + NOTES, "starter/java/" + WORDS, "main/java/" + NOTE)) {
            Path path = content.resolve("exercises/src").resolve(file);
            Files.writeString(path, "// Newer.\n" + Files.readString(path));
        }
        for (String below : List.of("exercises/src/main/java/", "exercises/src/test/java/")) {
            Path folder = content.resolve(below).resolve(PROMPT);
            Path renamed = Files.move(folder, folder.resolveSibling("e1_look_around"));
            try (Stream<Path> files = Files.list(renamed)) {
                for (Path file : files.toList()) {
                    Files.writeString(file, Files.readString(file).replace("e1_look_inside", "e1_look_around"));
                }
            }
        }
        Path list = content.resolve("exercises/curriculum.txt");
        Files.writeString(list, Files.readString(list).replaceFirst("(?m)^look_inside.*", "look_around look_inside"));
    }

    /** Every file of the workspace, and its text. */
    Map<String, String> files() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(home)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                // The lab's jar is no text, and all that tests look for is ASCII.
                texts.put(Shipment.slashed(home.relativize(file)), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }
}
