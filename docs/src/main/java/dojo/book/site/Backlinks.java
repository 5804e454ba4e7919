package dojo.book.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells below each exhibit which pages print its numbers. */
final class Backlinks {

    private Backlinks() {}

    static void add(List<Page> pages) {
        for (Page evidence : pages) {
            if (evidence.kind() == Page.Kind.EVIDENCE) {
                evidence.body().select(".exhibit").forEach(exhibit -> add(evidence, exhibit, pages));
            }
        }
    }

    private static void add(Page evidence, Element exhibit, List<Page> pages) {
        String place = evidence.path() + "#" + exhibit.expectFirst("h3").id();
        Set<Page> printing = new LinkedHashSet<>();
        for (Page page : pages) {
            if (!page.equals(evidence)
                    && page.body().select("a[href]").eachAttr("href").contains(page.to(place))) {
                printing.add(page);
            }
        }
        if (!printing.isEmpty()) {
            Element line = new Element("p");
            Objects.requireNonNull(exhibit.selectFirst(".facts")).appendChild(line);
            line.appendText("Printed in ");
            String comma = "";
            for (Page page : printing) {
                line.appendText(comma)
                        .appendElement("a")
                        .attr("href", evidence.to(page.path()))
                        .text(page.title());
                comma = ", ";
            }
        }
    }
}
