package dojo.workbench.evidence;

import java.util.List;
import java.util.StringJoiner;

/** A report of progress as GitHub Markdown. Pure. */
final class MarkdownReport {
    private MarkdownReport() {}

    static String of(ProgressReport report) {
        var page = new StringJoiner("\n", "", "\n");
        page.add("# Dynamo Dojo: progress")
                .add("")
                .add("Made on " + report.day() + ".")
                .add("");
        report.sentences().forEach(sentence -> page.add("* " + sentence));
        for (ProgressReport.Chapter chapter : report.chapters()) {
            page.add("").add("## " + escaped(chapter.title())).add("");
            page.add("| | exercise | | best | par | | a day | help |")
                    .add("| --- | --- | --- | --- | --- | --- | ---: | --- |");
            for (ProgressReport.Row row : chapter.rows()) {
                page.add(cells(List.of(
                        row.sign(),
                        row.id(),
                        row.stateAndDay(),
                        row.best(),
                        row.par(),
                        row.standing(),
                        row.aDay(),
                        row.help())));
            }
        }
        if (!report.unknown().isEmpty()) {
            page.add("").add("Not in this catalogue: " + escaped(String.join(", ", report.unknown())) + ".");
        }
        return page.add("")
                .add("RU and WU are read and write units; a day: at 1,000 calls a second. " + escaped(report.prices()))
                .toString();
    }

    static String cells(List<String> cells) {
        var row = new StringJoiner(" | ", "| ", " |");
        cells.forEach(cell -> row.add(escaped(cell)));
        return row.toString();
    }

    /** Text that Markdown shows as it is. */
    static String escaped(String text) {
        return text.replaceAll("[\\r\\n]+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|#~$])", "\\\\$1");
    }
}
