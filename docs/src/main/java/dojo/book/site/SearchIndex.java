package dojo.book.site;

import java.util.List;
import java.util.StringJoiner;
import org.jsoup.nodes.Element;

/** What the search looks through: one entry a section, as a script, because a page opened as a file may fetch nothing. */
final class SearchIndex {

    private final StringJoiner entries = new StringJoiner(",\n", "window.bookIndex = [\n", "\n];\n");

    private SearchIndex() {}

    static String of(List<Page> pages) {
        var index = new SearchIndex();
        pages.forEach(index::add);
        return index.entries.toString();
    }

    private void add(Page page) {
        if (page.kind() == Page.Kind.INDEX) {
            return;
        }
        Element rest = page.body().clone();
        rest.select("details.test").remove();
        for (Element heading : rest.select("h3[id], h4[id]")) {
            Element section = heading.parent();
            if (section != null && section.is(".sect2")) {
                section.remove();
                String title = heading.text();
                heading.remove();
                entry(page.path() + "#" + heading.id(), page.title(), title, section.text());
            }
        }
        rest.select("h1, h2").remove();
        entry(page.path(), page.title(), "", rest.text());
    }

    private void entry(String place, String page, String section, String text) {
        entries.add("[" + quoted(place) + "," + quoted(page) + "," + quoted(section) + "," + quoted(text) + "]");
    }

    private static String quoted(String text) {
        String plain = text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ");
        return "\"" + plain.strip().replace("</", "<\\/") + "\"";
    }
}
