package dojo.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the source document claims, and the exercises where it is met: {@code exercises/coverage.txt}. Immutable. */
record Coverage(List<Section> sections, List<Problem> problems) {
    private static final Pattern ROW = Pattern.compile("([A-Z]\\d+[a-z]?) (wrong: )?(.+?) -> ([^;]*)(?:;(.*))?");
    private static final Set<String> BOOK = Set.of("book dax", "book backups", "book prices");

    /** One part of the source document. */
    record Section(String title, List<Row> rows) {}

    /**
     * One claim.
     *
     * @param wrong whether it is what the source document gets wrong
     * @param targets ids of exercises, or {@code book} and a topic
     * @param classes what does it in the reference implementation; only for its code
     */
    record Row(int line, String id, boolean wrong, String claim, List<String> targets, List<String> classes) {

        /** The function that a row about code begins with. */
        Optional<String> function() {
            return classes.isEmpty() ? Optional.empty() : Optional.of(claim.split("[^a-z_]", 2)[0]);
        }
    }

    /** Reads the repository's; a repository without one covers nothing, and claims nothing. */
    static Coverage of(Path root) {
        Path file = root.resolve("exercises/coverage.txt");
        return Files.isRegularFile(file) ? read(file, root) : new Coverage(List.of(), List.of());
    }

    private static Coverage read(Path file, Path root) {
        List<Section> sections = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = Sources.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher row = ROW.matcher(line);
            if (line.startsWith("= ")) {
                sections.add(new Section(line.substring(2), new ArrayList<>()));
            } else if (row.matches() && !sections.isEmpty()) {
                sections.get(sections.size() - 1).rows().add(row(i + 1, row));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                problems.add(Problem.in(file, i + 1, "\"" + line + "\" is no row", "write: Q2 a claim -> exercise_id"));
            }
        }
        List<Row> rows =
                sections.stream().flatMap(section -> section.rows().stream()).toList();
        problems.addAll(new Check(file, CurriculumIds.of(root), root).problems(rows));
        return new Coverage(List.copyOf(sections), List.copyOf(problems));
    }

    private static Row row(int line, Matcher row) {
        return new Row(
                line, row.group(1), row.group(2) != null, row.group(3), split(row.group(4)), split(row.group(5)));
    }

    private static List<String> split(String text) {
        return Stream.of((text == null ? "" : text).split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Whether every row leads somewhere, and every exercise that is built is led to. */
    private record Check(Path file, CurriculumIds curriculum, Path root) {

        List<Problem> problems(List<Row> rows) {
            List<Problem> problems = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Row row : rows) {
                if (!seen.add(row.id())) {
                    problems.add(problem(row, "there are two rows " + row.id(), "number one of them anew"));
                }
                if (row.targets().isEmpty()) {
                    problems.add(problem(row, row.id() + " leads nowhere", "name an exercise behind the arrow"));
                }
                row.targets().forEach(target -> target(row, target, problems));
                row.classes().stream()
                        .filter(name -> Sources.below(root.resolve("reference-impl"), "/" + name + ".java")
                                .isEmpty())
                        .forEach(name -> problems.add(
                                problem(row, "the reference implementation has no " + name, "write its present name")));
                row.function().ifPresent(function -> ledger(row, function, problems));
            }
            Set<String> covered = new HashSet<>();
            rows.forEach(row -> covered.addAll(row.targets()));
            curriculum.built().stream()
                    .filter(id -> !covered.contains(id))
                    .forEach(id -> problems.add(Problem.in(
                            file, "no row leads to " + id, "add it to the rows that it lets a learner meet")));
            return problems;
        }

        private void target(Row row, String target, List<Problem> problems) {
            if (!curriculum.known(target) && !BOOK.contains(target)) {
                problems.add(problem(
                        row,
                        row.id() + " leads to " + target + ", which is neither in curriculum.txt nor one of " + BOOK,
                        "write its present name"));
            }
        }

        /** Of the code that is wrong, some starter makes the mistake; as soon as it is built, it says so. */
        private void ledger(Row row, String function, List<Problem> problems) {
            boolean open =
                    row.targets().stream().anyMatch(id -> !curriculum.built().contains(id));
            boolean said = row.targets().stream()
                    .anyMatch(id -> curriculum.mistakes(id).contains(function));
            if (row.wrong() && !open && !said) {
                problems.add(problem(
                        row,
                        "no starter among " + row.targets() + " says that it makes a mistake of " + function,
                        "add :source-mistake: " + function + " to its README.adoc"));
            }
        }

        private Problem problem(Row row, String what, String remedy) {
            return Problem.in(file, row.line(), what, remedy);
        }
    }
}
