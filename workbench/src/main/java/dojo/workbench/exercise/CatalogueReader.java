package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns folders into exercises. Used once; not thread-safe. */
final class CatalogueReader {
    private static final Pattern CHAPTER = Pattern.compile("c(\\d+)_(\\w+)");
    private static final Pattern FOLDER = Pattern.compile("e(\\d+)_(\\w+)");
    private static final int DEPTH = 8;

    private final Places places;
    private final Path mainRoot;
    private final Map<String, Exercise> found = new LinkedHashMap<>();
    private final List<Catalogue.Problem> problems = new ArrayList<>();

    CatalogueReader(Places places) {
        this.places = places;
        mainRoot = places.contentMain();
    }

    Catalogue read() {
        CurriculumReader.Read curriculum = CurriculumReader.read(places.curriculum());
        problems.addAll(curriculum.problems());
        for (Path folder : folders()) {
            Matcher chapter = CHAPTER.matcher(name(folder.resolveSibling("")));
            Matcher exercise = FOLDER.matcher(name(folder));
            if (chapter.matches() && exercise.matches()) {
                add(folder, chapter, exercise, formerNames(curriculum.curriculum(), exercise.group(2)));
            }
        }
        List<String> ids = curriculum.curriculum().ids();
        List<Exercise> sorted = found.values().stream()
                .sorted(Comparator.comparingInt(
                                (Exercise e) -> ids.contains(e.id()) ? ids.indexOf(e.id()) : Integer.MAX_VALUE)
                        .thenComparingInt(Exercise::chapter)
                        .thenComparingInt(Exercise::number))
                .toList();
        TrackReader.Read tracks = TrackReader.read(places.tracks());
        problems.addAll(tracks.problems());
        return new Catalogue(sorted, curriculum.curriculum(), tracks.tracks(), problems);
    }

    private static List<String> formerNames(Curriculum curriculum, String id) {
        return curriculum.find(id).map(Curriculum.Entry::formerNames).orElse(List.of());
    }

    private List<Path> folders() {
        if (!Files.isDirectory(mainRoot)) {
            problems.add(new Catalogue.Problem(
                    "exercises",
                    "There is no folder " + mainRoot + "; run dojo inside a checkout of Dynamo Dojo, or in a workspace"
                            + " that one made."));
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(mainRoot, DEPTH)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            problems.add(new Catalogue.Problem("exercises", unreadable(mainRoot, e)));
            return List.of();
        }
    }

    private void add(Path folder, Matcher chapter, Matcher exercise, List<String> formerNames) {
        String id = exercise.group(2);
        Path readme = folder.resolve("README.adoc");
        try {
            if (found.containsKey(id)) {
                throw new ReadmeParser.BrokenReadme("has the id " + id + ", as "
                        + shown(found.get(id).folder()) + " does; ids are unique: rename one folder");
            }
            if (!Files.isRegularFile(readme)) {
                throw new ReadmeParser.BrokenReadme("is missing; write one, beginning with \"= Title\"");
            }
            found.put(
                    id, exercise(folder, chapter, exercise, formerNames, ReadmeParser.parse(Files.readString(readme))));
        } catch (ReadmeParser.BrokenReadme e) {
            problems.add(new Catalogue.Problem(id, shown(readme) + " " + e.getMessage() + "."));
        } catch (IOException e) {
            problems.add(new Catalogue.Problem(id, unreadable(readme, e)));
        }
    }

    private Exercise exercise(Path folder, Matcher chapter, Matcher exercise, List<String> formerNames, Readme readme)
            throws IOException {
        Path relative = mainRoot.relativize(folder);
        boolean writesTest = readme.kind() == Kind.CATCH;
        Path home = places.main().resolve(relative);
        Path checks = places.tests().resolve(relative);
        List<Path> learnerFiles = learnerFiles(readme, relative, writesTest ? checks : home);
        return new Exercise(
                exercise.group(2),
                formerNames,
                Integer.parseInt(chapter.group(1)),
                Integer.parseInt(exercise.group(1)),
                words(chapter.group(2)),
                relative.toString().replace(relative.getFileSystem().getSeparator(), "."),
                readme,
                home,
                places.starters().resolve(relative),
                solutions(writesTest ? "src/test/java" : "src/main/java", relative),
                learnerFiles,
                others(home, learnerFiles),
                others(checks, learnerFiles),
                hiddenChecks(relative, writesTest ? learnerFiles : List.of()),
                Subjects.in(solutions("src/subjects/java", relative)));
    }

    private Path solutions(String below, Path relative) {
        return places.solutions().resolve(below).resolve(relative);
    }

    /** Whatever has a starter, in the folder where the learner edits it. */
    private List<Path> learnerFiles(Readme readme, Path relative, Path folder) throws IOException {
        Path starters = places.starters().resolve(relative);
        List<Path> files = sources(starters).stream()
                .map(starter -> folder.resolve(starter.getFileName()))
                .toList();
        if (files.isEmpty() && !readme.kind().isAnswered()) {
            throw new ReadmeParser.BrokenReadme("belongs to an exercise without a starter; put the file that the"
                    + " learner edits into " + shown(starters));
        }
        return files;
    }

    private List<Path> hiddenChecks(Path relative, List<Path> answers) throws IOException {
        return sources(solutions("src/test/java", relative)).stream()
                .filter(check -> !isAnswer(check, answers))
                .toList();
    }

    /** The answer to "write a test" is a test, and stands where tests stand. */
    private static boolean isAnswer(Path check, List<Path> learnerFiles) {
        return learnerFiles.stream().anyMatch(file -> file.getFileName().equals(check.getFileName()));
    }

    private static List<Path> others(Path folder, List<Path> learnerFiles) throws IOException {
        return sources(folder).stream()
                .filter(source -> !learnerFiles.contains(source))
                .toList();
    }

    /** Java files of one folder; names with a dot in front are an editor's. */
    private static List<Path> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".java")
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private static String words(String name) {
        String words = name.replace('_', ' ').replaceAll("\\bttl\\b", "TTL");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String shown(Path path) {
        return places.shown(path);
    }

    private String unreadable(Path path, Exception e) {
        Throwable cause = e instanceof java.io.UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return cause instanceof CharacterCodingException
                ? shown(path) + " is not UTF-8 text; save it as UTF-8."
                : "Cannot read " + shown(path) + ": " + cause.getMessage() + "; check its permissions.";
    }
}
