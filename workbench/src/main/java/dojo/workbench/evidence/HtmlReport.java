package dojo.workbench.evidence;

/** A report of progress as one page that needs nothing else: light and dark, for screens and for paper. Pure. */
final class HtmlReport {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --quiet: #57606a; --line: #d0d7de;
              --good: #116329; --note: #8a4600; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --quiet: #9198a1;
              --line: #3d444d; --good: #56d364; --note: #e3b341; } }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 62rem;
              margin: 2rem auto; padding: 0 1rem; }
            h1 { margin-bottom: 0; } h2 { font-size: 1.15rem; margin: 1.8rem 0 .4rem; }
            .quiet { color: var(--quiet); } .good { color: var(--good); } .note { color: var(--note); }
            .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; min-width: 50rem; font-size: .92rem;
              table-layout: fixed; } th { width: 17%; } th:nth-child(1) { width: 22%; } th:nth-child(2) { width: 10%; }
            th:nth-child(5), th:nth-child(6) { width: 9%; } code { overflow-wrap: anywhere; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
              border-bottom: 1px solid var(--line); }
            th { font-weight: 600; color: var(--quiet); } td.number { white-space: nowrap; }
            code { font-family: ui-monospace, monospace; } progress { width: 100%; height: .8rem; }
            @media print { :root { --ink: #000; --paper: #fff; --quiet: #444; --line: #bbb; --good: #060; --note: #640; }
              body { max-width: none; margin: 0; font-size: 10pt; } table { min-width: 0; font-size: 8pt; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
            """;

    private final StringBuilder page = new StringBuilder();

    private HtmlReport() {}

    static String of(ProgressReport report) {
        var html = new HtmlReport();
        html.write(report);
        return html.page.toString();
    }

    private void write(ProgressReport report) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Dynamo Dojo: progress</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>Dynamo Dojo: progress</h1>\n");
        paragraph("quiet", "Made on " + report.day() + ".");
        page.append("<progress max=\"%d\" value=\"%d\" aria-label=\"exercises passed\"></progress>%n"
                .formatted(report.summary().exercises(), report.summary().passed())
                .replace("\r", ""));
        page.append("<ul>\n");
        report.sentences()
                .forEach(sentence ->
                        page.append("<li>").append(escaped(sentence)).append("</li>\n"));
        page.append("</ul>\n");
        report.chapters().forEach(this::chapter);
        if (!report.unknown().isEmpty()) {
            paragraph("quiet", "Not in this catalogue: " + String.join(", ", report.unknown()) + ".");
        }
        paragraph("quiet", "RU and WU are read and write units; a day: at 1,000 calls a second. " + report.prices());
        page.append("</body>\n</html>\n");
    }

    private void chapter(ProgressReport.Chapter chapter) {
        page.append("<h2>")
                .append(escaped(chapter.title()))
                .append("</h2>\n<div class=\"scroll\"><table>\n<thead><tr>");
        for (String head : new String[] {"exercise", "state", "best", "par", "", "a day", "help"}) {
            page.append("<th scope=\"col\">").append(head).append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        chapter.rows().forEach(this::row);
        page.append("</tbody>\n</table></div>\n");
    }

    private void row(ProgressReport.Row row) {
        String tone = row.sign().equals("✓") ? "good" : "quiet";
        page.append("<tr><td><code>")
                .append(escaped(row.id()))
                .append("</code><br><span class=\"quiet\">")
                .append(escaped(row.title()))
                .append("</span></td>");
        cell(tone, row.sign() + " " + row.stateAndDay());
        cell("number", row.best());
        cell("number quiet", row.par());
        cell("number " + (row.standing().startsWith("over") ? "note" : "good"), row.standing());
        cell("number", row.aDay());
        cell(row.help().startsWith("assisted") ? "note" : "quiet", row.help());
        page.append("</tr>\n");
    }

    private void cell(String tone, String text) {
        page.append("<td class=\"")
                .append(tone)
                .append("\">")
                .append(escaped(text))
                .append("</td>");
    }

    private void paragraph(String tone, String text) {
        page.append("<p class=\"")
                .append(tone)
                .append("\">")
                .append(escaped(text))
                .append("</p>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
