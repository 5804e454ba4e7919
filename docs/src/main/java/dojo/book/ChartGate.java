package dojo.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Judges the pictures drawn on a page: who cannot see one must be told as much as who can, and where it comes from. */
final class ChartGate {

    private ChartGate() {}

    static List<Problem> judge(Path page, String html) {
        List<Problem> problems = new ArrayList<>();
        for (Element svg : Jsoup.parse(html).select("main svg")) {
            for (String fault : faults(svg)) {
                problems.add(Problem.in(
                        page,
                        "a picture " + fault,
                        "let an exhibit record it and include its chart; it brings all of this"));
            }
        }
        return problems;
    }

    private static List<String> faults(Element svg) {
        List<String> faults = new ArrayList<>();
        Element title = svg.selectFirst("> title");
        Element desc = svg.selectFirst("> desc");
        if (title == null || title.text().isBlank()) {
            faults.add("has no title");
        }
        if (desc == null || desc.text().isBlank()) {
            faults.add("has no description");
        }
        String labels = (title == null ? "" : title.id()) + " " + (desc == null ? "" : desc.id());
        if (!svg.attr("role").equals("img") || !svg.attr("aria-labelledby").equals(labels)) {
            faults.add("is not an image labelled by its title and its description");
        }
        if (svg.select("text").isEmpty()) {
            faults.add("has no text that is text");
        }
        Element block = svg.closest(".chart");
        if (block == null
                || block.select("> .title :is(.measured, .by-rule, .by-model)").isEmpty()) {
            faults.add("does not say how its numbers are known");
        }
        Element numbers = block == null ? null : block.nextElementSibling();
        if (numbers == null || numbers.select("table").isEmpty()) {
            faults.add("has no table of its numbers below it");
        }
        return faults;
    }
}
