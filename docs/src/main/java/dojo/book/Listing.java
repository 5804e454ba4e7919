package dojo.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A tagged region of a source file, as the book prints it. */
record Listing(Path file, String tag, List<String> lines) {

    /** What fits on a printed page and on a laptop beside the table of contents. */
    static final int WIDTH = 84;

    static Optional<Listing> find(Path file, String tag) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> all = Sources.lines(file);
        int start = indexOf(all, "tag::" + tag + "[]");
        int end = indexOf(all, "end::" + tag + "[]");
        return start < 0 || end < start
                ? Optional.empty()
                : Optional.of(new Listing(file, tag, all.subList(start + 1, end)));
    }

    /** The width in columns once the common indentation is gone. */
    int width() {
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream().mapToInt(String::length).max().orElse(0) - indent;
    }

    private static int indexOf(List<String> lines, String marker) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(marker)) {
                return i;
            }
        }
        return -1;
    }
}
