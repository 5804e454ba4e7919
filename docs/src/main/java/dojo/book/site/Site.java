package dojo.book.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The book as pages that need no server.
 *
 * <p>Asciidoctor sets one long page. It is cut at its chapters, its links are made to lead between pages, and around
 * each page comes what a reader steers by. Everything works from a folder: no page fetches anything but the style sheet
 * and the script beside it.
 *
 * @param files the text of each file by its path from the root, the front page first
 */
public record Site(Map<String, String> files) {

    /**
     * Cuts a book into pages.
     *
     * @param book the whole of it as one page, as Asciidoctor sets it
     */
    public static Site of(String book) {
        Document document = Jsoup.parse(book);
        document.outputSettings().prettyPrint(false);
        String title = Objects.requireNonNullElse(document.selectFirst("#header h1"), new Element("h1"))
                .text();
        List<Page> pages = new ArrayList<>(Splitter.split(document));
        Addresses addresses = Addresses.of(pages);
        Map<String, String> files = new LinkedHashMap<>();
        String index = SearchIndex.of(pages);
        pages.forEach(addresses::rewrite);
        Backlinks.add(pages);

        Contents contents = Contents.of(pages);
        pages.add(0, new Page("index.html", title, Page.Kind.COVER, contents.cover(title, description(document))));
        Frame frame = new Frame(title, contents, pages);
        for (Page page : pages) {
            dress(page, contents);
            files.put(page.path(), frame.around(page));
        }
        files.put("search-index.js", index);
        return new Site(files);
    }

    private static String description(Document document) {
        Element description = document.selectFirst("meta[name=description]");
        return description == null ? "" : description.attr("content");
    }

    private static void dress(Page page, Contents contents) {
        if (page.kind() == Page.Kind.PART) {
            contents.complete(page);
        }
        if (page.kind() == Page.Kind.QUESTION) {
            Folds.fold(page.body());
        }
        if (page.kind() != Page.Kind.COVER) {
            Headings.finish(page.body());
        }
        Badges.explain(page.body());
        // The lines of a test are longer than a listing's: whoever has no mouse scrolls with the arrows.
        page.body().select("details.test pre").attr("tabindex", "0");
    }
}
