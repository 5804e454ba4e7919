package dojo.book.site;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Cuts the book where its parts and chapters begin. */
final class Splitter {

    private final List<Page> pages = new ArrayList<>();

    private Splitter() {}

    /** The pages in reading order, without the cover. */
    static List<Page> split(Document book) {
        var splitter = new Splitter();
        Element content = book.selectFirst("#content");
        if (content != null) {
            content.children().forEach(splitter::add);
        }
        return splitter.pages;
    }

    private void add(Element block) {
        if (block.is("h1.sect0")) {
            var body = new Element("div").addClass("part");
            body.appendChild(block.clone());
            pages.add(new Page(block.id() + ".html", block.text(), Page.Kind.PART, body));
        } else if (block.is("div.sect1")) {
            pages.add(chapter(block.clone()));
        } else if (!pages.isEmpty()) {
            pages.get(pages.size() - 1).body().appendChild(block.clone());
        }
    }

    private static Page chapter(Element body) {
        Element title = body.expectFirst("h2");
        String name = title.id().replaceFirst("^_", "");
        if (body.hasClass("question")) {
            return new Page("questions/" + name + ".html", title.text(), Page.Kind.QUESTION, body);
        }
        if (body.hasClass("exhibits")) {
            String family = name.replaceFirst("^evidence-", "");
            return new Page("evidence/" + family + ".html", title.text(), Page.Kind.EVIDENCE, body);
        }
        Page.Kind kind = body.hasClass("index") ? Page.Kind.INDEX : Page.Kind.CHAPTER;
        return new Page(name + ".html", title.text(), kind, body);
    }
}
