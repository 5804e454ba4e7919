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
            Element summary = heading.closest("summary");
            if (summary == null) {
                heading.appendChild(link(heading));
            } else {
                // What opens a fold can hold no link: a key pressed on it could mean either.
                summary.after(link(heading));
            }
        }
    }

    private static Element link(Element heading) {
        return new Element("a")
                .addClass("anchor")
                .attr("href", "#" + heading.id())
                .attr("aria-label", "Link to: " + heading.text())
                .text("#");
    }
}
