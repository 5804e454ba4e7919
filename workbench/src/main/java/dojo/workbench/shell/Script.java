package dojo.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A file of snippets and commands, or a paste of several lines, cut into steps. Pure. */
record Script(List<Step> steps) {

    private static final Pattern GOES_ON = Pattern.compile("\\s*(\\.\\D|else\\b|catch\\b|finally\\b|&&|\\|\\||[?:])");

    /**
     * One thing to do.
     *
     * @param line where it starts, from 1
     * @param finished false for a last snippet that lacks its end
     */
    record Step(int line, String text, boolean finished) {
        boolean isCommand() {
            return Slash.looksLike(text);
        }
    }

    /**
     * Blank lines and comments between snippets are skipped.
     *
     * <p>A line that starts with a dot or {@code else} continues the snippet before it, as a prompt could not know.
     *
     * @param complete whether a text is one or more whole snippets
     */
    static Script parse(List<String> lines, Predicate<String> complete) {
        var steps = new ArrayList<Step>();
        var snippet = new StringBuilder();
        int start = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (snippet.isEmpty()) {
                start = i + 1;
                if (line.isBlank() || line.strip().startsWith("//")) {
                    continue;
                } else if (Slash.looksLike(line)) {
                    steps.add(new Step(start, line.strip(), true));
                    continue;
                }
            }
            snippet.append(line).append('\n');
            if (!continues(lines, i + 1) && complete.test(snippet.toString())) {
                steps.add(new Step(start, snippet.toString().strip(), true));
                snippet.setLength(0);
            }
        }
        if (!snippet.isEmpty()) {
            steps.add(new Step(start, snippet.toString().strip(), false));
        }
        return new Script(List.copyOf(steps));
    }

    /** Whether nothing is missing at the end. */
    boolean isFinished() {
        return steps.stream().allMatch(Step::finished);
    }

    private static boolean continues(List<String> lines, int next) {
        return next < lines.size() && GOES_ON.matcher(lines.get(next)).lookingAt();
    }
}
