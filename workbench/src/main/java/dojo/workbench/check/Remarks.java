package dojo.workbench.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a reviewer would say about an answer that passes, from what it sent and how it reads: never a veto.
 *
 * <p>Few, and right every time: the gate demands that our answers and the accepted alternatives draw none.
 */
final class Remarks {
    private static final Pattern LINE = Pattern.compile("\\((\\w+\\.java:\\d+)\\)$");
    private static final Pattern OWN_CLIENT =
            Pattern.compile("\\bDynamoDb(Async)?Client\\s*\\.\\s*(create|builder)\\s*\\(");
    private static final Pattern CATCHES_ALL = Pattern.compile(
            "\\bcatch\\s*\\(\\s*(final\\s+)?(Exception|RuntimeException|Throwable)\\s+\\w+\\s*\\)\\s*\\{");
    private static final Pattern GLUED = Pattern.compile("\\bstatement\\s*\\([^;]*?'\"\\s*\\+");
    private static final Pattern SCANS = Pattern.compile("\\.\\s*scan(Paginator)?\\s*\\(");
    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*(?s:.*?)\\*/");

    private final Set<String> said = new LinkedHashSet<>();

    private Remarks() {}

    /**
     * The remarks, each a sentence or two that begins with a place; none is the usual case.
     *
     * @param files the files that were judged
     * @param answers our files in their place
     */
    static List<String> on(List<Path> files, List<Path> answers, List<CheckResult> checks) {
        var remarks = new Remarks();
        if (text(answers).values().stream()
                .noneMatch(answer -> SCANS.matcher(answer).find())) {
            remarks.scans(checks);
        }
        text(files).forEach(remarks::source);
        remarks.prints(checks);
        return List.copyOf(remarks.said);
    }

    private void scans(List<CheckResult> checks) {
        checks.stream()
                .flatMap(check -> check.requests().stream())
                .filter(request -> request.startsWith("Scan "))
                .map(LINE::matcher)
                .filter(Matcher::find)
                .map(line -> line.group(1) + " sends a Scan. It reads the whole table, and costs more with every item"
                        + " that anybody stores; this can be done without one.")
                .distinct()
                .forEach(said::add);
    }

    private void source(String name, String text) {
        all(OWN_CLIENT, text)
                .forEach(at -> said.add(name + ":" + line(text, at)
                        + " makes a client of its own. A client is a pool of connections: make one for the whole process, and"
                        + " hand it in."));
        all(GLUED, text)
                .forEach(at -> said.add(name + ":" + line(text, at)
                        + " glues a value into a statement. A value with a quote in it changes what is asked; a question mark"
                        + " and parameters(...) keep it a value."));
        all(CATCHES_ALL, text).stream()
                .filter(at -> !block(text, at).contains("throw "))
                .forEach(at -> said.add(name + ":" + line(text, at)
                        + " catches every exception alike. A refused condition, a throttled request and a mistake of"
                        + " one's own need three answers; name the one that is meant."));
    }

    private void prints(List<CheckResult> checks) {
        if (checks.stream().anyMatch(check -> !check.output().isBlank())) {
            said.add("The code prints. Good for finding out, and best gone before somebody else reads it.");
        }
    }

    private static List<Integer> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.start()).toList();
    }

    private static long line(String text, int at) {
        return 1
                + text.substring(0, at).chars().filter(letter -> letter == '\n').count();
    }

    /** From a place to the brace that closes the next one opened. */
    private static String block(String text, int from) {
        int open = text.indexOf('{', from);
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return text.substring(open, at);
            }
        }
        return text.substring(open);
    }

    /** File names to texts, comments blanked out so that lines keep their numbers. */
    private static Map<String, String> text(List<Path> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<Path> readable = new ArrayList<>(files);
        readable.removeIf(file -> !Files.isRegularFile(file));
        for (Path file : readable) {
            try {
                String source = Files.readString(file, StandardCharsets.UTF_8);
                String code = COMMENT.matcher(source)
                        .replaceAll(comment -> Matcher.quoteReplacement(comment.group()
                                .chars()
                                .mapToObj(letter -> letter == '\n' ? "\n" : " ")
                                .collect(Collectors.joining())));
                texts.put(file.getFileName().toString(), code);
            } catch (IOException unreadable) {
                // It passed; nobody is bothered about a remark that cannot be made.
            }
        }
        return texts;
    }
}
