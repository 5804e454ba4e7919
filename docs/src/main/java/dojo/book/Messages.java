package dojo.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asciidoctor.ast.Cursor;
import org.asciidoctor.log.LogHandler;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what Asciidoctor says while it converts; anything above DEBUG is a problem.
 *
 * <p>A dangling cross reference is logged at INFO only, so a gate that waits for WARN lets it through. A missing
 * attribute and a dangling reference come without a position: {@link #problems} looks the name up in the sources.
 */
final class Messages implements LogHandler {

    private static final Set<Severity> HARMLESS = EnumSet.of(Severity.DEBUG);
    private static final Pattern ATTRIBUTE = Pattern.compile("missing attribute: (\\S+)");
    private static final Pattern REFERENCE = Pattern.compile("invalid reference: (\\S+)");

    private static final Pattern MACRO = Pattern.compile("(.*) in ((?:fact|calc):\\S*\\[.*])", Pattern.DOTALL);

    private final List<LogRecord> records = new ArrayList<>();

    @Override
    public void log(LogRecord logged) {
        if (!HARMLESS.contains(logged.getSeverity())) {
            records.add(logged);
        }
    }

    /** Everything said so far, located in one of the given files where Asciidoctor gave no position. */
    List<Problem> problems(List<Path> sources) {
        return records.stream()
                .map(logged -> problem(logged, sources))
                .distinct()
                .toList();
    }

    private static Problem problem(LogRecord logged, List<Path> sources) {
        String message = logged.getSeverity() + " " + logged.getMessage();
        Matcher attribute = ATTRIBUTE.matcher(message);
        if (attribute.find()) {
            String name = attribute.group(1);
            return new Problem(
                    positionOf("{" + name + "}", sources),
                    "nothing measured " + name + " in this build",
                    "record it in an exhibit, or correct the name");
        }
        Matcher reference = REFERENCE.matcher(message);
        if (reference.find()) {
            String name = reference.group(1);
            return new Problem(
                    positionOf("<<" + name, sources),
                    "the reference " + name + " leads nowhere",
                    "point it at an id that exists");
        }
        Matcher macro = MACRO.matcher(logged.getMessage());
        if (macro.matches()) {
            return new Problem(
                    positionOf(macro.group(2).lines().findFirst().orElse(""), sources),
                    macro.group(1) + " in " + macro.group(2),
                    "see the names that ./dojo book --facts prints");
        }
        return new Problem(
                positionOf(logged.getCursor()), message, "correct the source; nothing above DEBUG is allowed");
    }

    private static String positionOf(@Nullable Cursor cursor) {
        return cursor == null ? "book.adoc" : cursor.getPath() + ":" + cursor.getLineNumber();
    }

    private static String positionOf(String text, List<Path> sources) {
        for (Path source : sources) {
            List<String> lines = Sources.lines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(text)) {
                    return source + ":" + (i + 1);
                }
            }
        }
        return "book.adoc";
    }
}
