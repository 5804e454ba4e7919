package dojo.book.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** The contents: beside each page, on the cover, and below a part's title. */
final class Contents {

    /** What fits beside its like in one line: the ladders of exhibits have one word each. */
    private static final int SHORT = 16;

    /** Chapters below a heading of a part; most parts have one group, without heading. */
    private record Group(String title, List<Page> pages) {

        boolean isShort() {
            return pages.size() > 8
                    && pages.stream().allMatch(page -> page.title().length() <= SHORT);
        }
    }

    /** A part and its chapters; the first pages of the book belong to none. */
    private record Part(List<Page> head, List<Group> groups) {

        boolean holds(Page page) {
            return head.contains(page)
                    || groups.stream().anyMatch(group -> group.pages().contains(page));
        }
    }

    private final List<Part> parts;

    private Contents(List<Part> parts) {
        this.parts = parts;
    }

    static Contents of(List<Page> pages) {
        List<Part> parts = new ArrayList<>();
        List<Page> head = List.of();
        List<Page> chapters = new ArrayList<>();
        for (Page page : pages) {
            if (page.kind() == Page.Kind.PART) {
                parts.add(part(head, chapters));
                head = List.of(page);
                chapters = new ArrayList<>();
            } else {
                chapters.add(page);
            }
        }
        parts.add(part(head, chapters));
        return new Contents(parts);
    }

    /** A part that ranks its chapters below headings is listed as it ranks them. */
    private static Part part(List<Page> head, List<Page> chapters) {
        Map<String, Page> left = chapters.stream()
                .collect(Collectors.toMap(Page::path, Function.identity(), (one, twin) -> one, LinkedHashMap::new));
        List<Group> groups = new ArrayList<>();
        for (Page page : head) {
            for (Element list : page.body().select(".ranking .ulist")) {
                List<Page> ranked = list.select("a").eachAttr("href").stream()
                        .filter(left::containsKey)
                        .map(left::remove)
                        .toList();
                groups.add(new Group(list.select("> .title").text(), ranked));
            }
        }
        if (!left.isEmpty()) {
            groups.add(0, new Group("", List.copyOf(left.values())));
        }
        return new Part(head, groups);
    }

    /** The navigation beside a page: the part and the group it stands in are open. */
    Element beside(Page here) {
        var nav = new Element("nav").id("page-contents").attr("aria-label", "Contents");
        for (Part part : parts) {
            if (part.head().isEmpty()) {
                part.groups().forEach(group -> nav.appendChild(list(here, group)));
            } else {
                Page head = part.head().get(0);
                Element fold = fold(nav, head.title(), part.holds(here));
                item(fold.appendElement("ul").appendElement("li"), here, head, "Overview");
                part.groups().forEach(group -> beside(here, group, fold));
            }
        }
        return nav;
    }

    private static void beside(Page here, Group group, Element fold) {
        Element place = group.title().isEmpty()
                ? fold
                : fold(fold, group.title(), group.pages().contains(here)).addClass("group");
        place.appendChild(list(here, group));
    }

    private static Element fold(Element place, String title, boolean open) {
        Element fold = place.appendElement("details");
        if (open) {
            fold.attr("open", true);
        }
        fold.appendElement("summary").text(title);
        return fold;
    }

    /** The front page: what the book is, and everything in it. */
    Element cover(String title, String description) {
        var cover = new Element("div").addClass("cover");
        cover.appendElement("h1").text(title);
        cover.appendElement("p").addClass("lead").text(description);
        Page from = new Page("index.html", title, Page.Kind.COVER, cover);
        Element jumps = cover.appendElement("p").addClass("parts");
        for (Part part : parts) {
            for (Page head : part.head()) {
                jumps.appendElement("a").attr("href", "#" + head.name()).text(head.title());
                cover.appendElement("h2")
                        .id(head.name())
                        .appendElement("a")
                        .attr("href", from.to(head.path()))
                        .text(head.title());
            }
            append(cover, from, part);
        }
        return cover;
    }

    /** Below a part's own words: its chapters, unless its words are a list of them. */
    void complete(Page head) {
        if (head.body().select(".ranking").isEmpty()) {
            parts.stream().filter(part -> part.head().contains(head)).forEach(part -> append(head.body(), head, part));
        }
    }

    private static void append(Element place, Page from, Part part) {
        Element groups = place.appendElement("div").addClass("groups");
        for (Group group : part.groups()) {
            Element block = groups.appendElement("div").addClass("group");
            if (!group.title().isEmpty()) {
                block.appendElement("h3").text(group.title());
            }
            block.appendChild(list(from, group));
        }
    }

    /** Where a page stands: its part, and the heading there. */
    Element whereabouts(Page page) {
        var line = new Element("nav").addClass("where").attr("aria-label", "Place in the book");
        for (Part part : parts) {
            for (Page head : part.head()) {
                if (part.holds(page) && !head.equals(page)) {
                    line.appendElement("a").attr("href", page.to(head.path())).text(head.title());
                }
            }
            part.groups().stream()
                    .filter(group -> !group.title().isEmpty() && group.pages().contains(page))
                    .forEach(group -> line.appendText(" / " + group.title()));
        }
        return line;
    }

    private static Element list(Page from, Group group) {
        Element list = new Element("ul").addClass("chapters");
        if (group.isShort()) {
            list.addClass("short");
        }
        group.pages().forEach(page -> item(list.appendElement("li"), from, page, page.title()));
        return list;
    }

    private static void item(Element item, Page here, Page page, String title) {
        Element link = item.appendElement("a").attr("href", here.to(page.path()));
        if (!page.number().isEmpty()) {
            link.appendElement("span").addClass("number").text(page.number());
            link.appendText(" ");
        }
        link.appendText(title);
        if (page.equals(here)) {
            link.attr("aria-current", "page");
        }
    }
}
