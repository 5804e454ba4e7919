package dojo.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges the text before it is typeset: code comes from files that compiled, numbers from exhibits or a source.
 *
 * <p>Asciidoctor cannot see any of this: to it a listing typed by hand is as good as one that ran.
 */
final class SourceGate {

    private static final Pattern JAVA_BLOCK = Pattern.compile("\\[(source|%.*)?,\\s*java.*]");
    private static final Pattern INCLUDE = Pattern.compile("include::\\{([a-z-]+)}(/[^\\[]+)\\[(.*)]");
    private static final Pattern TAG = Pattern.compile("tag=([a-z0-9-]+)");
    private static final Pattern TYPED_NUMBER = Pattern.compile(
            "(?<![-\\w{])[\\d,.]*\\d (((read|write|capacity) )?units?|RU|WU|RCU|WCU|requests?|items?|bytes|[KMG]B)\\b");

    private final Map<String, Path> folders;
    private final Set<String> printed = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param folders where the path attributes point, by attribute name */
    SourceGate(Map<String, Path> folders) {
        this.folders = folders;
    }

    List<Problem> judge(List<Path> texts) {
        texts.forEach(this::judge);
        return List.copyOf(problems);
    }

    /** Tags in these files that no text prints: either a listing was forgotten or the tag is left over. */
    List<Problem> unused(List<Path> sources) {
        List<Problem> unused = new ArrayList<>();
        Pattern tag = Pattern.compile("tag::([a-z0-9-]+)\\[]");
        for (Path source : sources) {
            Matcher tags = tag.matcher(String.join("\n", Sources.lines(source)));
            while (tags.find()) {
                if (!printed.contains(key(source, tags.group(1)))) {
                    unused.add(
                            Problem.in(source, "tag " + tags.group(1) + " is printed nowhere", "use it or remove it"));
                }
            }
        }
        return unused;
    }

    private void judge(Path text) {
        List<String> lines = Sources.lines(text);
        for (int i = 0; i < lines.size(); i++) {
            if (JAVA_BLOCK.matcher(lines.get(i)).matches()) {
                javaBlock(text, lines, i);
            }
            Matcher include = INCLUDE.matcher(lines.get(i));
            if (include.matches() && include.group(2).endsWith(".java")) {
                listing(text, i + 1, include);
            }
        }
        numbers(text, lines);
    }

    private void javaBlock(Path text, List<String> lines, int at) {
        boolean included = at + 2 < lines.size()
                && lines.get(at + 1).startsWith("--")
                && lines.get(at + 2).startsWith("include::")
                && at + 3 < lines.size()
                && lines.get(at + 3).equals(lines.get(at + 1));
        if (!included) {
            report(text, at + 1, "Java typed into the text", "include a tagged region of code that compiled");
        }
    }

    private void listing(Path text, int line, Matcher include) {
        Path folder = folders.get(include.group(1));
        Matcher tag = TAG.matcher(include.group(3));
        if (folder == null) {
            report(text, line, "{" + include.group(1) + "} is no folder of code", "use one of " + folders.keySet());
        } else if (!tag.find()) {
            report(text, line, "a listing without a tag", "mark the region in the source and include tag=…");
        } else {
            Path file = folder.resolve(include.group(2).substring(1));
            printed.add(key(file, tag.group(1)));
            Listing.find(file, tag.group(1))
                    .ifPresentOrElse(
                            listing -> width(text, line, listing),
                            () -> report(
                                    text,
                                    line,
                                    "no tag " + tag.group(1) + " in " + file,
                                    "mark it, or correct the name"));
        }
    }

    private void width(Path text, int line, Listing listing) {
        if (listing.width() > Listing.WIDTH) {
            report(
                    text,
                    line,
                    "listing " + listing.tag() + " is " + listing.width() + " columns wide",
                    "break its lines at " + Listing.WIDTH);
        }
    }

    /** A unit count typed by hand is allowed only next to the source it was taken from. */
    private void numbers(Path text, List<String> lines) {
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).isBlank()) {
                String paragraph = String.join(" ", lines.subList(start, i));
                Matcher number = TYPED_NUMBER.matcher(paragraph);
                if (number.find() && !paragraph.contains("https://")) {
                    String what = "\"" + number.group().strip() + "\" was typed by hand";
                    report(text, start + 1, what, "print an exhibit's attribute, or link the source beside it");
                }
                start = i + 1;
            }
        }
    }

    private void report(Path text, int line, String what, String remedy) {
        problems.add(Problem.in(text, line, what, remedy));
    }

    private static String key(Path file, String tag) {
        return file.toAbsolutePath().normalize() + "#" + tag;
    }
}
