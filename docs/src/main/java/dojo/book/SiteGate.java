package dojo.book;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Judges the pages together: a link from one to another must reach a page, and a place on it. */
final class SiteGate {

    private final Map<String, Document> pages = new HashMap<>();
    private final Map<String, Set<String>> ids = new HashMap<>();

    private SiteGate() {}

    /** @param files the text of each file by its path from the root of the site */
    static List<Problem> judge(Map<String, String> files) {
        var gate = new SiteGate();
        files.forEach((path, text) -> {
            if (path.endsWith(".html")) {
                Document page = Jsoup.parse(text);
                gate.pages.put(path, page);
                gate.ids.put(path, Set.copyOf(page.select("[id]").eachAttr("id")));
            }
        });
        List<Problem> problems = new ArrayList<>();
        gate.pages.forEach((path, page) -> page.select("a[href]").stream()
                .filter(link -> gate.dangles(path, link.attr("href")))
                .forEach(link -> problems.add(dangling(path, link))));
        return problems;
    }

    private boolean dangles(String path, String href) {
        if (href.startsWith("#") || href.matches("[a-z]+:.*")) {
            return false;
        }
        String[] parts = href.split("#", 2);
        String target = URI.create("site:/" + path).resolve(parts[0]).getPath().substring(1);
        Set<String> there = ids.get(target);
        return there == null || (parts.length == 2 && !there.contains(parts[1]));
    }

    private static Problem dangling(String path, Element link) {
        return new Problem(
                path,
                "the link \"" + link.text() + "\" leads to " + link.attr("href") + ", which is nowhere",
                "correct the id, or give the chapter one of its own");
    }
}
