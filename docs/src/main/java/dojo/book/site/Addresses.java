package dojo.book.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Where each id of the long page is now: links inside a page and between pages are made from it.
 *
 * <p>On the page of a question, ids lose the question's name, so that an answer is at {@code q06-….html#answer}.
 */
final class Addresses {

    private final Map<String, String> places = new HashMap<>();

    private Addresses() {}

    static Addresses of(List<Page> pages) {
        var addresses = new Addresses();
        pages.forEach(addresses::read);
        return addresses;
    }

    private void read(Page page) {
        for (Element element : page.body().select("[id]")) {
            String id = element.id();
            boolean heading = element.is("h1, h2") && !places.containsKey(id);
            String local = local(page, id);
            places.put(id, heading && page.body().equals(element.parent()) ? page.path() : page.path() + "#" + local);
            element.id(local);
        }
    }

    private static String local(Page page, String id) {
        String prefix = page.name() + "-";
        return page.kind() == Page.Kind.QUESTION && id.startsWith(prefix) ? id.substring(prefix.length()) : id;
    }

    /** Makes each link of the page lead to the page on which its target is; an unknown target stays as it is. */
    void rewrite(Page page) {
        for (Element link : page.body().select("a[href^=#]")) {
            String place = places.get(link.attr("href").substring(1));
            if (place != null) {
                link.attr("href", page.to(place));
            }
        }
    }
}
