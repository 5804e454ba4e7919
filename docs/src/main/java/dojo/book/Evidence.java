package dojo.book;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the part of the book that a printed number links to: one chapter a ladder, one entry an exhibit. */
final class Evidence {

    private Evidence() {}

    static String chapters(Exhibits exhibits) {
        var text = new StringBuilder();
        exhibits.records().stream()
                .collect(Collectors.groupingBy(ExhibitRecord::family, TreeMap::new, Collectors.toList()))
                .forEach((family, ladder) -> append(text, family, ladder));
        return text.toString();
    }

    private static void append(StringBuilder text, String family, List<ExhibitRecord> ladder) {
        text.append("[#evidence-").append(family).append(".exhibits]\n");
        text.append("== ").append(ladder.get(0).ladder()).append("\n\n");
        ladder.forEach(exhibit -> append(text, exhibit));
        text.append("[.end-of-chapter]\n{end-of-chapter}\n\n");
    }

    private static void append(StringBuilder text, ExhibitRecord exhibit) {
        text.append("[#").append(exhibit.id()).append(".exhibit]\n");
        text.append("=== ").append(exhibit.step());
        text.append(": ").append(exhibit.verdict()).append("\n\n");
        text.append(exhibit.claim()).append("\n\n");
        table(text, exhibit.values());
        text.append("[.facts]\nTest: `").append(exhibit.sourceFile()).append("`\n\n");
    }

    private static void table(StringBuilder text, List<ExhibitRecord.Value> values) {
        if (values.isEmpty()) {
            return;
        }
        text.append("[cols=\"4,6,5\",options=\"header\"]\n|===\n|What |Value |How it is known\n\n");
        for (ExhibitRecord.Value value : values) {
            text.append('|').append(value.name().replace('-', ' '));
            text.append(" |").append(value.text());
            text.append(" |[.").append(value.basis().role()).append("]#");
            text.append(value.basis().badge()).append("#\n");
        }
        text.append("|===\n\n");
    }
}
