package dojo.workbench.shell;

import dojo.workbench.shell.DocumentationView.Entry;
import dojo.workbench.shell.JavaText.Ink;
import dojo.workbench.shell.JavaText.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * What JShell knows about unfinished text, and a little more: it gives up within a lambda that is an argument, which is
 * where the SDK's builders are filled. There, the expression at the cursor is looked at by itself, with the lambda's
 * parameter as a value of its type.
 */
record Insight(SourceCodeAnalysis analysis, List<Path> classPath) {
    private static final Pattern CONSUMER = Pattern.compile("Consumer<(?:\\? super )?([\\w.]+)>");
    private static final Pattern LAMBDA = Pattern.compile("\\s*(\\w+)\\s*->");
    private static final Pattern FIRST_NAME = Pattern.compile("(\\w+)\\s*\\.");

    /** What could stand at the end of the text; {@code anchor} receives where it would begin. */
    List<String> suggestions(String before, int[] anchor) {
        List<String> found = suggested(before, anchor);
        if (!found.isEmpty() || !isWithinLambda(before)) {
            return found;
        }
        String alone = alone(before);
        int[] own = {alone.length()};
        List<String> more = suggested(alone, own);
        anchor[0] = before.length() - (alone.length() - own[0]);
        return more;
    }

    private List<String> suggested(String text, int[] anchor) {
        return analysis.completionSuggestions(text, text.length(), anchor).stream()
                .map(Suggestion::continuation)
                .distinct()
                .toList();
    }

    /** What the end of the text means or calls; the Javadoc takes its time. */
    List<Entry> documentation(String before, boolean javadoc) {
        if (javadoc) {
            SdkSources.show(analysis, classPath, SdkSources.repository());
        }
        List<Entry> found = documented(before, javadoc);
        if (found.isEmpty() && isWithinLambda(before)) {
            found = documented(alone(before), javadoc);
        }
        // A method is known by its bracket only.
        boolean named = found.isEmpty()
                && !before.isEmpty()
                && Character.isJavaIdentifierPart(before.charAt(before.length() - 1));
        return named ? documentation(before + "(", javadoc) : found;
    }

    private List<Entry> documented(String text, boolean javadoc) {
        return analysis.documentation(text, text.length(), javadoc).stream()
                .map(one -> new Entry(
                        one.signature(), Optional.ofNullable(one.javadoc()).orElse("")))
                .distinct()
                .toList();
    }

    private static boolean isWithinLambda(String before) {
        return JavaText.of(before).open().stream()
                .anyMatch(open -> LAMBDA.matcher(before.substring(open + 1)).lookingAt());
    }

    /** The expression that the text ends with; a lambda's parameter at its beginning becomes a value of its type. */
    String alone(String before) {
        List<Integer> open = calls(before);
        String expression = before.substring(start(before)).stripLeading();
        Matcher first = FIRST_NAME.matcher(expression);
        if (first.lookingAt()) {
            for (int i = open.size() - 1; i >= 0; i--) {
                Matcher lambda = LAMBDA.matcher(before.substring(open.get(i) + 1));
                if (lambda.lookingAt() && lambda.group(1).equals(first.group(1))) {
                    return parameter(before.substring(0, open.get(i) + 1))
                            .map(type -> "((" + type + ") null)" + expression.substring(first.end(1)))
                            .orElse(expression);
                }
            }
        }
        return expression;
    }

    /** The type that a consumer given to this call would get. */
    private Optional<String> parameter(String call) {
        return documentation(call, false).stream()
                .map(entry -> CONSUMER.matcher(entry.signature()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /**
     * Brackets that are open because something follows them: of a call that is being looked at, its own bracket is the
     * last character and belongs to it.
     */
    private static List<Integer> calls(String before) {
        var open = new ArrayList<>(JavaText.of(before).open());
        open.remove(Integer.valueOf(before.length() - 1));
        return open;
    }

    /** Where the last expression begins: behind what opens, separates or assigns. */
    private static int start(String before) {
        List<Integer> open = calls(before);
        int start = open.isEmpty() ? 0 : open.get(open.size() - 1) + 1;
        int skipTo = start;
        for (Token token : JavaText.of(before).tokens()) {
            if (token.from() < skipTo) {
                continue;
            }
            boolean pair = token.partner().isPresent() && token.partner().getAsInt() > token.from();
            if (pair) {
                skipTo = token.partner().getAsInt();
            } else if (token.ink() == Ink.PLAIN && ",;=>?:&|+!".indexOf(before.charAt(token.from())) >= 0) {
                start = token.to();
            } else if (token.ink() == Ink.KEYWORD && before.startsWith("return", token.from())) {
                start = token.to();
            }
        }
        return start;
    }
}
