package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads subjects from their folders: the first line of a file says {@code // Right: …} or {@code // Wrong: …}. */
final class Subjects {
    private static final Pattern HEADER = Pattern.compile("// (Right|Wrong): (.+)");

    private Subjects() {}

    static List<Subject> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Subject> subjects = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path one : folders.filter(Files::isDirectory).sorted().toList()) {
                subjects.add(subject(one));
            }
        }
        return subjects;
    }

    private static Subject subject(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Matcher header =
                    HEADER.matcher(Files.readAllLines(file).stream().findFirst().orElse(""));
            if (header.matches()) {
                String name = folder.getFileName().toString();
                return new Subject(
                        name,
                        folder,
                        header.group(1).equals("Right"),
                        header.group(2).strip());
            }
        }
        throw new ReadmeParser.BrokenReadme("belongs to an exercise whose subject " + folder
                + " does not say what it is; begin its file with \"// Right: …\" or \"// Wrong: …\"");
    }
}
