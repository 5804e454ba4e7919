package dojo.workbench.placement;

import dojo.workbench.exercise.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The questions of {@code exercises/placement.txt}.
 *
 * @param problems what could not be read, in sentences
 */
public record Questions(List<Question> all, List<String> problems) {

    public Questions {
        all = List.copyOf(all);
        problems = List.copyOf(problems);
    }

    /** Reads the file; without one there are no questions. */
    public static Questions read(Path root) {
        Path file = Places.of(root).placement();
        if (!Files.isRegularFile(file)) {
            return new Questions(List.of(), List.of());
        }
        try {
            Reader reader = new Reader();
            Files.readAllLines(file).forEach(reader::line);
            reader.finish();
            return new Questions(reader.questions, reader.problems);
        } catch (IOException e) {
            return new Questions(List.of(), List.of("placement.txt cannot be read: " + e.getMessage() + "."));
        }
    }

    private static final class Reader {
        private static final Pattern LINE = Pattern.compile("([=+>-]) (.+)|:(exercise|source): (.+)");
        private final List<Question> questions = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private final Map<String, String> parts = new LinkedHashMap<>();
        private final List<String> options = new ArrayList<>();
        private int right;
        private int rights;

        private void line(String raw) {
            String line = raw.strip();
            Matcher matcher = LINE.matcher(line);
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            } else if (!matcher.matches()) {
                parts.merge("text", line, (one, more) -> one + " " + more);
            } else if (matcher.group(3) != null) {
                parts.put(matcher.group(3), matcher.group(4));
            } else {
                marked(matcher.group(1), matcher.group(2).strip());
            }
        }

        private void marked(String mark, String text) {
            switch (mark) {
                case "=" -> {
                    finish();
                    parts.put("name", text);
                }
                case ">" -> parts.merge("why", text, (one, more) -> one + " " + more);
                default -> {
                    options.add(text);
                    if (mark.equals("+")) {
                        right = options.size();
                        rights++;
                    }
                }
            }
        }

        private void finish() {
            if (!parts.isEmpty()) {
                List<String> missing = List.of("name", "exercise", "source", "text", "why").stream()
                        .filter(part -> !parts.containsKey(part))
                        .toList();
                String name = parts.getOrDefault("name", "without a name");
                if (!missing.isEmpty()) {
                    problems.add("placement.txt: the question " + name + " has no " + String.join(", ", missing) + ".");
                } else if (options.size() < 2 || options.size() > 8 || rights != 1) {
                    problems.add("placement.txt: the question " + name + " has " + options.size() + " options, "
                            + rights + " of them right; two to eight belong there, and one is right.");
                } else {
                    questions.add(new Question(
                            name,
                            parts.getOrDefault("exercise", ""),
                            parts.getOrDefault("source", ""),
                            parts.getOrDefault("text", ""),
                            options,
                            right,
                            parts.getOrDefault("why", "")));
                }
            }
            parts.clear();
            options.clear();
            right = 0;
            rights = 0;
        }
    }
}
