package dojo.book.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** What stands around the text of every page. */
final class Frame {

    private final String template = template();
    private final String book;
    private final Contents contents;
    private final List<Page> pages;

    Frame(String book, Contents contents, List<Page> pages) {
        this.book = book;
        this.contents = contents;
        this.pages = pages;
    }

    String around(Page page) {
        String title = page.kind() == Page.Kind.COVER ? book : page.title() + " - " + book;
        return template.replace("{title}", Entities.escape(title))
                .replace("{book}", Entities.escape(book))
                .replace("{root}", page.to(""))
                .replace("{kind}", page.kind().cssClass())
                .replace("{neighbours}", html(neighbours(page)))
                .replace("{where}", html(contents.whereabouts(page)))
                .replace("{contents}", html(contents.beside(page)))
                .replace("{text}", html(page.body()));
    }

    private static String template() {
        try (var stream = Objects.requireNonNull(Frame.class.getResourceAsStream("page.html"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("page.html cannot be read from the classes of the book", unreadable);
        }
    }

    /** As it stands: blanks put in for looks would show between words and their marks. */
    private static String html(Element element) {
        Document document = new Document("");
        document.outputSettings().prettyPrint(false);
        document.appendChild(element.clone());
        return document.html();
    }

    private Element neighbours(Page page) {
        int at = pages.indexOf(page);
        var nav = new Element("nav").addClass("around").attr("aria-label", "Previous and next page");
        if (at > 0) {
            link(nav, page, pages.get(at - 1), "prev");
        }
        if (at + 1 < pages.size()) {
            link(nav, page, pages.get(at + 1), "next");
        }
        return nav;
    }

    private static void link(Element nav, Page from, Page to, String direction) {
        nav.appendElement("a")
                .attr("rel", direction)
                .attr("href", from.to(to.path()))
                .text(to.title());
    }
}
