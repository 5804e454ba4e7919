package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code exercises/curriculum.txt}: {@code = folder} for each chapter, and for each exercise its id, the names it
 * had before, and in brackets what there is to know about it. Used once; not thread-safe.
 */
final class CurriculumReader {
    private static final Pattern CHAPTER = Pattern.compile("=\\s+(c\\d+_\\w+)");
    private static final Pattern LINE =
            Pattern.compile("([a-z]\\w*(?:\\s+[a-z]\\w*)*)(?:\\s+\\((part two|announced|part two, announced)\\))?");

    private final Path file;
    private final List<Curriculum.Entry> entries = new ArrayList<>();
    private final List<Catalogue.Problem> problems = new ArrayList<>();
    private final Set<String> chapters = new LinkedHashSet<>();
    private String chapter = "";
    private int place;

    private CurriculumReader(Path file) {
        this.file = file;
    }

    /** What was read, and what could not be. */
    record Read(Curriculum curriculum, List<Catalogue.Problem> problems) {}

    /** No file is no mistake for a reader: exercises then have the order of their folders. */
    static Read read(Path file) {
        CurriculumReader reader = new CurriculumReader(file);
        if (Files.isRegularFile(file)) {
            try {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    reader.line(lines.get(i).replaceFirst("#.*", "").strip(), i + 1);
                }
            } catch (IOException e) {
                reader.problem("cannot be read: " + e.getMessage());
            }
        }
        return new Read(new Curriculum(reader.entries), List.copyOf(reader.problems));
    }

    private void line(String line, int number) {
        Matcher heading = CHAPTER.matcher(line);
        Matcher entry = LINE.matcher(line);
        if (heading.matches()) {
            chapter = heading.group(1);
            place = 0;
            if (!chapters.add(chapter)) {
                problem("begins " + chapter + " again in line " + number + "; move its lines to the first");
            }
        } else if (entry.matches()) {
            add(List.of(entry.group(1).split("\\s+", -1)), String.valueOf(entry.group(2)), number);
        } else if (!line.isEmpty()) {
            problem("line " + number + " is \"" + line + "\"; write \"= folder\" for a chapter, or an id, perhaps with"
                    + " (announced), (part two) or (part two, announced) behind it");
        }
    }

    private void add(List<String> names, String marks, int number) {
        place++;
        if (entries.stream().anyMatch(other -> other.id().equals(names.get(0)))) {
            problem("names " + names.get(0) + " again in line " + number + "; take one out");
            return;
        }
        entries.add(new Curriculum.Entry(
                names.get(0),
                names.subList(1, names.size()),
                chapter,
                place,
                marks.contains("part two"),
                marks.contains("announced")));
    }

    private void problem(String sentence) {
        problems.add(
                new Catalogue.Problem(String.valueOf(file.getFileName()), file.getFileName() + " " + sentence + "."));
    }
}
