package dojo.workbench.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The compiler's message on one line, as a clause. */
final class CompilerWords {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(.*)");
    private static final Pattern LOCATION = Pattern.compile("location:\\s+(.*)");

    private CompilerWords() {}

    static String of(String message) {
        List<String> lines = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return "the compiler gave no reason";
        }
        String first = lines.get(0);
        String rest = String.join("; ", lines.subList(1, lines.size()));
        Matcher symbol = SYMBOL.matcher(String.join("\n", lines));
        Matcher location = LOCATION.matcher(String.join("\n", lines));
        if (first.equals("cannot find symbol") && symbol.find()) {
            return first + ": " + symbol.group(1).strip()
                    + (location.find() ? " in " + location.group(1).strip() : "");
        }
        return rest.isEmpty() ? first : first + " (" + rest.replaceAll("\\s+", " ") + ")";
    }
}
