package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Source as a learner reads it: without the comments by which the book finds its excerpts. */
public final class SourceText {
    private static final Pattern BOOKMARK = Pattern.compile("\\s*//\\s*(tag|end)::[^\\[]*\\[]");

    private SourceText() {}

    /** The lines of a file, spaces at their ends cut off. */
    public static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !BOOKMARK.matcher(line).matches())
                .toList();
    }
}
