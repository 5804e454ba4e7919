package dojo.book.site;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** What stands around the text of every page. */
final class Frame {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <link rel="stylesheet" href="%2$sbook.css">
            <script src="%2$sbook.js"></script>
            </head>
            <body class="%3$s">
            <a class="skip" href="#page-text">To the text</a>
            <header class="bar">
            <a class="home" href="%2$sindex.html">%4$s</a>
            <a class="menu" href="#page-contents">Contents</a>
            <form class="search" role="search" action="%2$sindex.html">
            <input type="search" name="q" id="page-search" aria-label="Search the book" placeholder="Search  /" autocomplete="off">
            </form>
            <button type="button" class="scheme" id="page-scheme">Dark or light</button>
            </header>
            <section id="page-results" aria-label="Search results" hidden></section>
            <main id="page-text">
            %5$s
            %6$s
            </main>
            %7$s
            <footer>
            <p><span class="measured">number</span> measured on DynamoDB Local, <span class="by-rule">number</span> computed by the
            documented rule, <span class="by-model">number</span> produced by our model.</p>
            <details id="page-keys"><summary>Keys</summary>
            <dl><dt><kbd>/</kbd></dt><dd>search</dd><dt><kbd>n</kbd> <kbd>p</kbd></dt><dd>next and previous page</dd>
            <dt><kbd>o</kbd></dt><dd>open or close every fold of a page</dd><dt><kbd>c</kbd></dt><dd>front page with the contents</dd>
            <dt><kbd>d</kbd></dt><dd>dark or light</dd><dt><kbd>?</kbd></dt><dd>these keys</dd><dt><kbd>Esc</kbd></dt><dd>leave the search</dd></dl>
            </details>
            </footer>
            </body>
            </html>
            """;

    private final String book;
    private final Contents contents;
    private final List<Page> pages;

    Frame(String book, Contents contents, List<Page> pages) {
        this.book = book;
        this.contents = contents;
        this.pages = pages;
    }

    String around(Page page) {
        return PAGE.formatted(
                Entities.escape(page.kind() == Page.Kind.COVER ? book : page.title() + " - " + book),
                page.to(""),
                page.kind().cssClass(),
                Entities.escape(book),
                html(page.body()),
                html(neighbours(page)),
                html(contents.beside(page)));
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
