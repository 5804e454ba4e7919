package dojo.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Judges the finished page: five kinds of defect leave no message behind, and a reader would be the first to know. */
final class HtmlGate {

    private static final Pattern EXTERNAL = Pattern.compile("(?i)^(https?:)?//.*");
    private static final Pattern EXTERNAL_CSS = Pattern.compile("(?i)(@import|url\\(\\s*['\"]?(https?:)?//)");
    private static final Pattern UNPARSED =
            Pattern.compile("(?s)^(=+ |include::|image::|\\[[a-z#.%].*]$|\\|===|-{4}).*");
    private static final Pattern LEFTOVER =
            Pattern.compile("(xref|link|image|include):\\S*\\[|\\{[a-z][a-z0-9-]+}|<<[a-z]|`");

    private final Path page;
    private final Document html;
    private final List<Problem> problems = new ArrayList<>();

    private HtmlGate(Path page, String html) {
        this.page = page;
        this.html = Jsoup.parse(html);
    }

    /** @param page where the page will be, to find what it shows and to name it in problems */
    static List<Problem> judge(Path page, String html) {
        var gate = new HtmlGate(page, html);
        gate.anchors();
        gate.external();
        gate.images();
        gate.headings();
        gate.markup();
        gate.endings();
        return gate.problems;
    }

    private void anchors() {
        Set<String> ids = new HashSet<>();
        for (Element element : html.select("[id]")) {
            if (!ids.add(element.id())) {
                report("id " + element.id() + " stands twice", "rename one of them");
            }
        }
        for (Element link : html.select("a[href^=#]")) {
            String target = link.attr("href").substring(1);
            if (!ids.contains(target)) {
                report("the link \"" + link.text() + "\" leads to #" + target + ", which is nowhere", "correct the id");
            }
        }
    }

    private void external() {
        for (Element element : html.select("[src], link[href], [srcset], [poster], object[data]")) {
            for (String name : List.of("src", "href", "srcset", "poster", "data")) {
                if (EXTERNAL.matcher(element.attr(name)).matches()) {
                    report("<" + element.tagName() + "> fetches " + element.attr(name), "ship it with the book");
                }
            }
        }
        for (Element style : html.select("style")) {
            if (EXTERNAL_CSS.matcher(style.data()).find()) {
                report("a style sheet fetches something", "remove @import and url() to other machines");
            }
        }
    }

    private void images() {
        for (Element image : html.select("img")) {
            String source = image.attr("src");
            String alt = image.attr("alt").strip();
            String name = source.substring(source.lastIndexOf('/') + 1);
            if (alt.isEmpty() || name.startsWith(alt + ".") || name.equals(alt)) {
                report("image " + source + " has no text for those who cannot see it", "say in alt what it shows");
            }
            if (!source.startsWith("data:") && !Files.exists(page.resolveSibling(source))) {
                report("image " + source + " is not there", "put it beside the page");
            }
        }
    }

    private void headings() {
        int last = 0;
        for (Element heading : html.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.tagName().charAt(1) - '0';
            if (level > last + 1 && !heading.hasClass("float")) {
                report(
                        "<" + heading.tagName() + "> \"" + heading.text() + "\" skips a level",
                        "use the next level down");
            }
            last = level;
        }
    }

    private void markup() {
        for (Element text : html.select("p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6")) {
            Element prose = text.clone();
            prose.select("code, pre").remove();
            if (UNPARSED.matcher(prose.ownText().strip()).matches()
                    || LEFTOVER.matcher(prose.text()).find()) {
                report("markup shows through: \"" + shorten(prose.text()) + "\"", "correct the line it came from");
            }
        }
    }

    /** A block that was never closed swallows the rest of a chapter, the closing mark included. */
    private void endings() {
        for (Element chapter : html.select("div.sect1")) {
            Element last = chapter.select(".end-of-chapter").last();
            Element lastText = chapter.select("p, td, li, dd, pre").last();
            if (last == null || lastText == null || !lastText.equals(last.selectFirst("p"))) {
                String title = chapter.select("h1, h2").eachText().get(0);
                report("chapter \"" + title + "\" does not end with its closing mark", "end it with {end-of-chapter}");
            }
        }
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private void report(String what, String remedy) {
        problems.add(Problem.in(page, what, remedy));
    }
}
