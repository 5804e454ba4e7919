package dojo.book;

import java.util.List;

/** Writes the part of the book that a printed number links to: one entry an exhibit. */
final class Evidence {

    private Evidence() {}

    static String chapter(Exhibits exhibits) {
        var text = new StringBuilder();
        exhibits.records().forEach(exhibit -> append(text, exhibit));
        return text.toString();
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
        text.append("[cols=\"2,2,2\",options=\"header\"]\n|===\n|What |Value |How it is known\n\n");
        for (ExhibitRecord.Value value : values) {
            text.append('|').append(value.name().replace('-', ' '));
            text.append(" |").append(value.text());
            text.append(" |[.").append(value.basis().role()).append("]#");
            text.append(value.basis().badge()).append("#\n");
        }
        text.append("|===\n\n");
    }
}
