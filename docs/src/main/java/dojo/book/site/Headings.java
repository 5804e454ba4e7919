package dojo.book.site;

import org.jsoup.nodes.Element;

/** A chapter is a page now: its title is the first heading, and each heading below can be linked to. */
final class Headings {

    private Headings() {}

    static void finish(Element body) {
        if (body.selectFirst("h1") == null) {
            for (int level = 2; level <= 6; level++) {
                body.select("h" + level).tagName("h" + (level - 1));
            }
        }
        for (Element heading : body.select("h2[id], h3[id]")) {
            heading.appendElement("a")
                    .addClass("anchor")
                    .attr("href", "#" + heading.id())
                    .attr("aria-label", "Link to: " + heading.text())
                    .text("#");
        }
    }
}
