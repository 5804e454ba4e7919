package dojo.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an interviewer listens for: observable points, red flags, and what each level sounds like.
 *
 * <p>In the file it is a description list ({@code Must have::} with {@code *} points below it), so that the same
 * lines are readable in an editor, typeset in the book and counted here.
 */
record Rubric(Map<String, List<String>> points) {

    static final String MUST = "Must have";
    static final String BONUS = "Bonus";
    static final String RED_FLAGS = "Red flags";
    static final List<String> LEVELS = List.of("Junior", "Senior", "Staff");

    static Rubric parse(List<String> lines) {
        Map<String, List<String>> points = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines) {
            int term = line.indexOf("::");
            if (term > 0 && !line.startsWith("*")) {
                current = new ArrayList<>();
                points.put(line.substring(0, term), current);
                addIfText(current, line.substring(term + 2));
            } else if (line.startsWith("* ")) {
                addIfText(current, line.substring(2));
            }
        }
        return new Rubric(points);
    }

    List<String> of(String term) {
        return points.getOrDefault(term, List.of());
    }

    private static void addIfText(List<String> points, String text) {
        if (!text.isBlank()) {
            points.add(text.strip());
        }
    }
}
