package dojo.workbench.workspace;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Places;
import dojo.workbench.workspace.Piece.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a workspace is to hold, as the content has it now.
 *
 * @param renamed ids that an exercise had, each with the id that it has
 */
record Shipment(List<Piece> pieces, Map<String, String> renamed) {

    /** The exercises alone: starters where the learner edits, everything else as it is. */
    static Shipment exercises(Path content) throws IOException {
        Places places = Places.of(content);
        Catalogue catalogue = Catalogue.read(content);
        Optional<Catalogue.Problem> problem = catalogue.problems().stream().findFirst();
        if (problem.isPresent()) {
            throw new IOException(problem.get().sentence());
        }
        Map<Path, Path> starters = new HashMap<>();
        Map<String, String> renamed = new HashMap<>();
        for (Exercise exercise : catalogue.all()) {
            exercise.learnerFiles().forEach(file -> starters.put(file, exercise.starterOf(file)));
            exercise.formerNames().forEach(name -> renamed.put(name, exercise.id()));
        }
        List<Piece> pieces = new ArrayList<>();
        collect(pieces, places.contentMain(), "src/main/java/", starters);
        collect(pieces, places.contentTests(), "src/test/java/", starters);
        // A learner's file that is missing in the checkout has its starter all the same.
        for (Map.Entry<Path, Path> starter : starters.entrySet()) {
            boolean main = starter.getKey().startsWith(places.contentMain());
            Path below = main ? places.contentMain() : places.contentTests();
            String path = (main ? "src/main/java/" : "src/test/java/") + slashed(below.relativize(starter.getKey()));
            pieces.add(Piece.of(path, Files.readAllBytes(starter.getValue()), Origin.STARTER));
        }
        return new Shipment(pieces, renamed);
    }

    /** The exercises, and what makes a project of them. */
    static Shipment whole(Path content, Path checkout, Path home) throws IOException {
        Shipment exercises = exercises(content);
        List<Piece> pieces = new ArrayList<>(exercises.pieces);
        LabPom pom = LabPom.of(checkout);
        LabRepository lab = LabRepository.of(pom);
        pieces.addAll(lab.pieces());
        pieces.add(given(
                "pom.xml",
                template("pom.xml")
                        .replace("@lab@", lab.version())
                        .replace("@maven-resources-plugin@", pom.plugin("maven-resources-plugin"))
                        .replace("@maven-compiler-plugin@", pom.plugin("maven-compiler-plugin"))
                        .replace("@maven-surefire-plugin@", pom.plugin("maven-surefire-plugin"))));
        pieces.add(given("dojo", template("dojo")).running());
        pieces.add(given("dojo.cmd", template("dojo.cmd").replace("\n", "\r\n")));
        pieces.add(given("README.md", template("README.md")));
        pieces.add(given(".gitignore", template("gitignore")));
        pieces.add(given(".gitattributes", template("gitattributes")));
        pieces.add(given(".mvn/maven.config", template("maven.config")));
        pieces.add(given(".vscode/extensions.json", template("vscode-extensions.json")));
        pieces.add(given(".vscode/settings.json", template("vscode-settings.json")));
        for (String same : List.of("mvnw.cmd", ".mvn/wrapper/maven-wrapper.properties")) {
            pieces.add(Piece.of(same, Files.readAllBytes(checkout.resolve(same)), Origin.GIVEN));
        }
        pieces.add(Piece.of("mvnw", Files.readAllBytes(checkout.resolve("mvnw")), Origin.GIVEN)
                .running());
        pieces.add(Piece.of(Places.CONTENT, bytes(whereabouts(home, content)), Origin.LOCAL));
        return new Shipment(pieces, exercises.renamed);
    }

    /** As it was, and as it is from here, should both move together. */
    private static String whereabouts(Path home, Path content) {
        String relative = home.getRoot().equals(content.getRoot()) ? slashed(home.relativize(content)) + "\n" : "";
        return "# Where the exercises come from: the first folder that is there.\n" + content + "\n" + relative;
    }

    private static void collect(List<Piece> pieces, Path below, String prefix, Map<Path, Path> starters)
            throws IOException {
        if (!Files.isDirectory(below)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(below)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(Places::isContent)
                    .filter(file -> !starters.containsKey(file))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            pieces.add(Piece.of(prefix + slashed(below.relativize(file)), Files.readAllBytes(file), Origin.GIVEN));
        }
    }

    static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static Piece given(String path, String text) {
        return Piece.of(path, bytes(text), Origin.GIVEN);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String template(String name) throws IOException {
        try (InputStream in = Shipment.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the workbench lacks its file " + name + "; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
