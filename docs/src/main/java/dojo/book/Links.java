package dojo.book;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages that the texts link, each with the files that do. */
record Links(SortedMap<String, TreeSet<String>> byAddress) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\\[\\])|>\"`,;]+");

    static Links in(List<Path> texts) {
        var links = new TreeMap<String, TreeSet<String>>();
        for (Path text : texts) {
            for (String line : Sources.lines(text)) {
                Matcher address = ADDRESS.matcher(line);
                while (address.find()) {
                    String page = address.group().replaceFirst("#.*", "").replaceFirst("[.…]+$", "");
                    if (!page.matches("https?://(localhost|127\\.|[^/]*example\\b|[^/]*\\.invalid\\b).*")
                            && page.contains(".")) {
                        links.computeIfAbsent(page, name -> new TreeSet<>()).add(String.valueOf(text.getFileName()));
                    }
                }
            }
        }
        return new Links(links);
    }
}
