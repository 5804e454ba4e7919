package dojo.book;

import dojo.book.Coverage.Row;
import dojo.book.Coverage.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Prints what is covered, section by section, and a ledger of the code. */
final class CoveragePage {
    private final CurriculumIds curriculum;
    private final Path root;

    private CoveragePage(CurriculumIds curriculum, Path root) {
        this.curriculum = curriculum;
        this.root = root;
    }

    static String of(Coverage coverage, Path root) {
        var page = new CoveragePage(CurriculumIds.of(root), root);
        return coverage.sections().stream().map(page::section).collect(Collectors.joining());
    }

    private String section(Section section) {
        boolean code = section.rows().stream().anyMatch(row -> row.function().isPresent());
        return "=== " + section.title() + "\n\n" + (code ? ledger(section) : table(section)) + "|===\n\n";
    }

    private String table(Section section) {
        return "[cols=\"2,11,3,10\",options=\"header\"]\n|===\n|No. |What it says |There |Met in\n\n"
                + section.rows().stream()
                        .map(row -> "|" + row.id() + " |" + row.claim() + " |" + verdict(row) + " |" + met(row) + "\n")
                        .collect(Collectors.joining());
    }

    private String ledger(Section section) {
        return "[cols=\"4,15,6,15,15,10\",options=\"header\"]\n|===\n"
                + "|No. |Function, and what it does |There |Exercise |Starter and answer |Reference\n\n"
                + section.rows().stream()
                        .map(row -> "|" + row.id() + " |" + row.claim().replaceAll("\\b(\\w+_\\w+)\\b", "`$1`") + " |"
                                + verdict(row) + " |" + met(row) + " |" + code(files(row)) + " |" + code(row.classes())
                                + "\n")
                        .collect(Collectors.joining());
    }

    private static String verdict(Row row) {
        return row.wrong() ? "wrong" : "";
    }

    private String met(Row row) {
        return row.targets().stream().map(this::target).collect(Collectors.joining(", "));
    }

    private String target(String target) {
        if (target.startsWith("book ")) {
            String topic = target.substring("book ".length());
            return "<<only-here-" + topic + ",this book>>";
        }
        boolean built = curriculum.built().contains(target);
        return "`" + target + "`" + (built ? "" : curriculum.partTwo(target) ? " (part two)" : " (announced)");
    }

    private List<String> files(Row row) {
        return row.targets().stream()
                .flatMap(id -> curriculum.files(root, id).stream())
                .distinct()
                .toList();
    }

    private static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
