package dojo.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Claims that must not be made, because nobody outside AWS knows, or because no source was found. */
record Unverified(List<Rule> rules, List<String> problems) {

    /**
     * One forbidden claim.
     *
     * @param pattern what catches it
     * @param why it must not be made
     * @param example a sentence that makes it
     */
    record Rule(Pattern pattern, String why, String example) {}

    private static final Pattern HONEST = Pattern.compile(
            "(?i)\\b(not (published|documented|known)|unpublished|unknown|publishes no|no (published|documented)"
                    + "|contradict\\w*|disagree\\w*|nobody outside|our model|in the lab|we (found|could) no)\\b");

    /** Reads the three lines of each entry; a pattern that misses its own example is a problem. */
    static Unverified parse(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("pattern: ")) {
                try {
                    Rule rule = new Rule(
                            Pattern.compile(field(lines, i, "pattern: "), Pattern.CASE_INSENSITIVE),
                            field(lines, i + 1, "why: "),
                            field(lines, i + 2, "catches: "));
                    rules.add(rule);
                    if (!rule.pattern().matcher(rule.example()).find()) {
                        problems.add((i + 3) + ": the pattern does not catch \"" + rule.example() + "\"");
                    }
                } catch (IllegalArgumentException wrong) {
                    String what = wrong instanceof PatternSyntaxException syntax ? syntax.getDescription() : "";
                    problems.add((i + 1) + ": no sound entry " + what);
                }
            }
        }
        return new Unverified(rules, problems);
    }

    List<Problem> judge(List<Path> texts) {
        List<Problem> found = new ArrayList<>();
        for (Path text : texts) {
            List<String> lines = Sources.lines(text);
            for (int i = 0; i < lines.size(); i++) {
                judge(text, i + 1, lines.get(i), found);
            }
        }
        return found;
    }

    private void judge(Path text, int number, String line, List<Problem> found) {
        if (line.matches("(Wrong: |wrong: ).*") || HONEST.matcher(line).find()) {
            return;
        }
        for (Rule rule : rules) {
            Matcher claim = rule.pattern().matcher(line);
            if (claim.find()) {
                found.add(Problem.in(
                        text,
                        number,
                        "\"" + claim.group() + "\" is stated as fact",
                        rule.why() + "; leave it out, or say that it is not known"));
            }
        }
    }

    private static String field(List<String> lines, int at, String name) {
        if (at >= lines.size() || !lines.get(at).startsWith(name)) {
            throw new IllegalArgumentException("no " + name);
        }
        return lines.get(at).substring(name.length()).strip();
    }
}
