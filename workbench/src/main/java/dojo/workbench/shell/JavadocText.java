package dojo.workbench.shell;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Javadoc as a person at a terminal reads it: paragraphs, lists and tags, without the mark-up. Pure. */
final class JavadocText {
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)}");
    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s*");
    private static final Set<String> LEFT_OUT =
            Set.of("see", "since", "author", "version", "sample", "implNote", "spec");
    private static final Map<String, String> ENTITIES =
            Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&nbsp;", " ", "&#64;", "@", "&#39;", "'");

    private final int width;
    private final List<Line> lines = new ArrayList<>();

    private JavadocText(int width) {
        this.width = width;
    }

    static List<Line> lines(String javadoc, int width) {
        var text = new JavadocText(width);
        Matcher tag = TAG.matcher(javadoc);
        int end = tag.find() ? tag.start() : javadoc.length();
        text.prose(javadoc.substring(0, end));
        while (end < javadoc.length()) {
            String name = tag.group(1);
            int from = tag.end();
            end = tag.find() ? tag.start() : javadoc.length();
            text.tag(name, javadoc.substring(from, end).strip());
        }
        return text.lines;
    }

    private void prose(String html) {
        boolean code = false;
        String lists = html.replaceAll("(?i)<(li|dt|dd)[^>]*>\\s*<p>", "<$1>");
        for (String part : lists.split("(?i)(?=<pre)|(?<=</pre>)", -1)) {
            code = part.toLowerCase(Locale.ROOT).startsWith("<pre");
            if (code) {
                plain(part)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> lines.addAll(
                                Line.of(Tone.CODE, "  " + line.stripTrailing()).wrap(width, 4)));
            } else {
                paragraphs(part);
            }
        }
    }

    private void paragraphs(String html) {
        for (String part :
                html.split("(?i)</?(?:p|ul|ol|dl|div|h\\d|br|table|tr|blockquote)\\b[^>]*>|(?=<(?:li|dt|dd)\\b)", -1)) {
            boolean item = part.toLowerCase(Locale.ROOT).startsWith("<li");
            String words = plain(part).replaceAll("\\s+", " ").strip();
            if (!words.isEmpty()) {
                lines.addAll(Line.of((item ? "· " : "") + words).wrap(width, item ? 2 : 0));
            }
        }
    }

    private void tag(String name, String text) {
        if (LEFT_OUT.contains(name)) {
            return;
        }
        String words = plain(text.replaceAll("(?i)</?(?:p|li|ul)\\b[^>]*>", " "))
                .replaceAll("\\s+", " ")
                .strip();
        int space = words.indexOf(' ') < 0 ? words.length() : words.indexOf(' ');
        boolean named = name.equals("param") || name.equals("throws") || name.equals("exception");
        String subject = named ? words.substring(0, space) : "";
        String head = switch (name) {
            case "param" -> subject;
            case "throws", "exception" -> "throws " + subject;
            case "return" -> "returns";
            default -> name;
        };
        lines.addAll(Line.of(Tone.KEY, head + " ")
                .and(words.substring(subject.length()).strip())
                .wrap(width, 4));
    }

    private static String plain(String html) {
        String text = html;
        // Inline tags may stand in each other; the innermost first.
        for (int depth = 0; depth < 4 && text.contains("{@"); depth++) {
            text = INLINE.matcher(text).replaceAll(tag -> Matcher.quoteReplacement(inline(tag.group(1), tag.group(2))));
        }
        text = text.replaceAll("</?[A-Za-z][^>]*>", "");
        for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
            text = text.replace(entity.getKey(), entity.getValue());
        }
        return text.replace("&amp;", "&");
    }

    private static String inline(String name, String body) {
        String text = body.strip();
        if (name.startsWith("link")) {
            // A label may follow; parameter lists hold spaces too.
            String reference = text.replaceFirst("^([^\\s(]+(?:\\([^)]*\\))?)\\s*", "");
            return reference.isEmpty() ? text.replaceFirst("^#", "").replace('#', '.') : reference;
        }
        // What stands in code is no mark-up.
        return name.equals("code") || name.equals("literal")
                ? text.replace("<", "&lt;").replace(">", "&gt;")
                : text;
    }
}
