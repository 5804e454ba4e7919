package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads subjects from their folders, in the order of the numbers these begin with ({@code s3_name}).
 *
 * <p>The first lines of a file say {@code // Right: …} or {@code // Wrong: …}; {@code // Wrong, hidden: …} is not named.
 */
final class Subjects {
    private static final Pattern FOLDER = Pattern.compile("s(\\d+)_(\\w+)");
    private static final Pattern HEADER = Pattern.compile("// (Right|Wrong)(, hidden)?: (.+)");

    private Subjects() {}

    static List<Subject> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Subject> subjects = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path one : folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparingInt(Subjects::number).thenComparing(Comparator.naturalOrder()))
                    .toList()) {
                subjects.add(subject(one));
            }
        }
        return subjects;
    }

    private static int number(Path folder) {
        Matcher numbered = FOLDER.matcher(folder.getFileName().toString());
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : Integer.MAX_VALUE;
    }

    private static Subject subject(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            Matcher header = HEADER.matcher(lines.isEmpty() ? "" : lines.get(0));
            if (header.matches()) {
                return new Subject(
                        FOLDER.matcher(folder.getFileName().toString()).replaceFirst("$2"),
                        folder,
                        header.group(1).equals("Right"),
                        header.group(2) != null,
                        sentence(header.group(3), lines));
            }
        }
        throw new ReadmeParser.BrokenReadme("belongs to an exercise whose subject " + folder
                + " does not say what it is; begin its file with \"// Right: …\" or \"// Wrong: …\"");
    }

    /** The header goes on as long as the comment does. */
    private static String sentence(String first, List<String> lines) {
        StringBuilder sentence = new StringBuilder(first.strip());
        lines.stream()
                .skip(1)
                .takeWhile(line -> line.startsWith("// "))
                .forEach(line -> sentence.append(' ').append(line.substring(2).strip()));
        return sentence.toString();
    }
}
