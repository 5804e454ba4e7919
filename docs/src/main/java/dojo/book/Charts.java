package dojo.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws what the exhibits recorded, and writes for each chart the text that puts it into a chapter. */
record Charts(Exhibits exhibits) {

    private static final Pattern INCLUDE = Pattern.compile("include::\\{charts}/(\\S+)\\.adoc\\[]");

    /** What keeps a series from being drawn. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (ExhibitRecord exhibit : exhibits.records()) {
            for (Series series : exhibit.series()) {
                series.faults()
                        .forEach(fault -> problems.add(new Problem(
                                exhibit.sourceFile(),
                                "the chart " + series.name() + " " + fault,
                                "say it where the exhibit records it")));
            }
        }
        return problems;
    }

    /** Series that no text shows: either a chapter forgot its chart, or nobody needs the record. */
    List<Problem> unused(List<Path> texts) {
        Set<String> shown = new HashSet<>();
        for (Path text : texts) {
            Sources.lines(text).stream()
                    .map(INCLUDE::matcher)
                    .filter(Matcher::matches)
                    .forEach(include -> shown.add(include.group(1)));
        }
        List<Problem> problems = new ArrayList<>();
        for (ExhibitRecord exhibit : exhibits.records()) {
            for (Series series : exhibit.series()) {
                String id = exhibit.id() + "-" + series.name();
                if (!shown.contains(id)) {
                    problems.add(new Problem(
                            exhibit.sourceFile(),
                            "the chart " + series.name() + " is shown nowhere",
                            "put include::{charts}/" + id + ".adoc[] into a chapter, or do not record it"));
                }
            }
        }
        return problems;
    }

    /** For each series a picture and a text to include: {@code include::{charts}/hot-04-heat.adoc[]}. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (ExhibitRecord exhibit : exhibits.records()) {
            for (Series series : exhibit.series()) {
                if (series.faults().isEmpty()) {
                    String id = exhibit.id() + "-" + series.name();
                    Files.writeString(folder.resolve(id + ".svg"), Drawing.of(id, series));
                    Files.writeString(folder.resolve(id + ".adoc"), text(id, exhibit, series));
                }
            }
        }
    }

    /** On the page the numbers are folded below the picture; on paper they stand with the evidence. */
    private static String text(String id, ExhibitRecord exhibit, Series series) {
        return """
                .%2$s (<<%3$s,%8$s>>, [.%4$s]#%5$s#)
                [#chart-%1$s.chart,caption=""]
                ifdef::paper[]
                image::charts/%1$s.svg["%6$s",pdfwidth=88%%]

                [.facts]
                %6$s
                endif::[]
                ifndef::paper[]
                image::{charts}/%1$s.svg["%6$s",opts=inline]

                .The numbers of this chart
                [.chart-numbers%%collapsible]
                ====
                %7$s====
                endif::[]
                """.formatted(
                        id,
                        series.title(),
                        exhibit.id(),
                        series.basis().role(),
                        series.basis().badge(),
                        series.saying().replace("\"", "'"),
                        series.table(),
                        exhibit.step());
    }
}
