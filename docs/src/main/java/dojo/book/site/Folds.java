package dojo.book.site;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Folds what a reader should say aloud before reading it. */
final class Folds {

    private static final String SECTIONS = ".opener, .answer, .deeper, .rubric, .proof, .sources";
    private static final String LISTS = ".traps, .follow-ups";

    private Folds() {}

    /** Sections fold as a whole; of traps and follow-ups, the sentence or question stays and its answer folds. */
    static void fold(Element question) {
        for (Element section : question.select(".sect2").select(SECTIONS)) {
            Element heading = section.expectFirst("h3");
            var fold = folded(new Element("summary").appendChild(heading.clone()));
            heading.remove();
            List.copyOf(section.childNodes()).forEach(fold::appendChild);
            section.appendChild(fold);
        }
        for (Element list : question.select(".sect2").select(LISTS).select("dl")) {
            items(list);
        }
        question.expectFirst(".facts")
                .after(
                        "<p class=\"fold-all\"><button type=\"button\" id=\"page-folds\">Open or close all</button></p>");
    }

    private static void items(Element list) {
        var items = new Element("div").addClass("folds");
        for (Element term : list.select("> dt")) {
            var summary = new Element("summary");
            List.copyOf(term.childNodes()).forEach(summary::appendChild);
            Element fold = folded(summary);
            for (Element next = term.nextElementSibling();
                    next != null && next.is("dd");
                    next = next.nextElementSibling()) {
                for (Node node : List.copyOf(next.childNodes())) {
                    fold.appendChild(node);
                }
            }
            items.appendChild(fold);
        }
        list.replaceWith(items);
    }

    private static Element folded(Element summary) {
        return new Element("details").addClass("fold").appendChild(summary);
    }
}
