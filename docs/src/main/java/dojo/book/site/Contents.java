package dojo.book.site;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The contents: beside each page, on the cover, and below a part's title. */
final class Contents {

    /** A part and its chapters; the first pages of the book belong to none. */
    private record Part(List<Page> head, List<Page> chapters) {}

    private final List<Part> parts;

    private Contents(List<Part> parts) {
        this.parts = parts;
    }

    static Contents of(List<Page> pages) {
        List<Part> parts = new ArrayList<>(List.of(new Part(List.of(), new ArrayList<>())));
        for (Page page : pages) {
            if (page.kind() == Page.Kind.PART) {
                parts.add(new Part(List.of(page), new ArrayList<>()));
            } else {
                parts.get(parts.size() - 1).chapters().add(page);
            }
        }
        return new Contents(parts);
    }

    /** The navigation beside a page: the part it stands in is open, and its own sections are listed. */
    Element beside(Page here) {
        var nav = new Element("nav").id("page-contents").attr("aria-label", "Contents");
        for (Part part : parts) {
            Element list = new Element("ul");
            part.chapters().forEach(chapter -> item(list, here, chapter));
            if (part.head().isEmpty()) {
                nav.appendChild(list);
            } else {
                Page head = part.head().get(0);
                Element fold = nav.appendElement("details");
                if (head.equals(here) || part.chapters().contains(here)) {
                    fold.attr("open", true);
                }
                fold.appendElement("summary").text(head.title());
                item(list.prependElement("li"), here, head, "Overview");
                fold.appendChild(list);
            }
        }
        return nav;
    }

    /** The front page: what the book is, and everything in it. */
    Element cover(String title, String description) {
        var cover = new Element("div").addClass("cover");
        cover.appendElement("h1").text(title);
        cover.appendElement("p").addClass("lead").text(description);
        Page from = new Page("index.html", title, Page.Kind.COVER, cover);
        for (Part part : parts) {
            if (!part.head().isEmpty()) {
                Page head = part.head().get(0);
                cover.appendElement("h2")
                        .appendElement("a")
                        .attr("href", from.to(head.path()))
                        .text(head.title());
            }
            cover.appendChild(list(from, part.chapters()));
        }
        return cover;
    }

    String chaptersOf(Page head) {
        return parts.stream()
                .filter(part -> part.head().contains(head))
                .map(part -> list(head, part.chapters()).outerHtml())
                .findFirst()
                .orElse("");
    }

    private static Element list(Page from, List<Page> chapters) {
        Element list = new Element("ul").addClass("chapters");
        chapters.forEach(chapter -> item(list, from, chapter));
        return list;
    }

    private static void item(Element list, Page here, Page page) {
        item(list.appendElement("li"), here, page, page.title());
    }

    private static void item(Element item, Page here, Page page, String title) {
        Element link = item.appendElement("a").attr("href", here.to(page.path()));
        if (!page.number().isEmpty()) {
            link.appendElement("span").addClass("number").text(page.number() + " ");
        }
        link.appendText(title);
        if (page.equals(here)) {
            link.attr("aria-current", "page");
        }
    }
}
