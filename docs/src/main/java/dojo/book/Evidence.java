package dojo.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the part of the book that a printed number links to: one chapter a ladder, one entry an exhibit. */
final class Evidence {

    private Evidence() {}

    static String chapters(Exhibits exhibits, Path root) {
        List<String> ladders = new ArrayList<>();
        exhibits.records().stream()
                .collect(Collectors.groupingBy(ExhibitRecord::family, TreeMap::new, Collectors.toList()))
                .forEach((family, ladder) -> ladders.add(chapter(family, ladder, root)));
        return Gathered.chapters(ladders);
    }

    private static String chapter(String family, List<ExhibitRecord> ladder, Path root) {
        var text = new StringBuilder();
        text.append("[#evidence-").append(family).append(".exhibits%breakable]\n");
        text.append("== ").append(ladder.get(0).ladder()).append("\n\n");
        ladder.forEach(exhibit -> append(text, exhibit, root));
        return text.toString();
    }

    private static void append(StringBuilder text, ExhibitRecord exhibit, Path root) {
        text.append("[#").append(exhibit.id()).append(".exhibit]\n");
        text.append("=== ").append(exhibit.step());
        text.append(": ").append(exhibit.verdict()).append("\n\n");
        text.append(exhibit.claim()).append("\n\n");
        table(text, exhibit.values());
        exhibit.series().forEach(series -> append(text, series));
        text.append("[.facts]\nTest: `").append(exhibit.sourceFile()).append("`\n\n");
        text.append("ifdef::backend-html5[]\n.The test\n[%collapsible.test]\n====\n[source,java]\n----\ninclude::");
        text.append(root.resolve(exhibit.sourceFile())).append("[tags=**]\n----\n====\nendif::[]\n\n");
    }

    /** A chart shows the course of its numbers; who wants the numbers finds them here. */
    private static void append(StringBuilder text, Series series) {
        text.append('.')
                .append(series.title())
                .append(": [.")
                .append(series.basis().role())
                .append("]#");
        text.append(series.basis().badge()).append("#\n").append(series.table());
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
