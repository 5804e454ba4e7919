package dojo.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** What succeeded in a sitting, in order: the stuff of a saved script, and of a process that takes over. */
final class Journal {
    private static final Pattern CALL =
            Pattern.compile("\\w\\s*(<[^>()]*>)?\\s*\\(|\\bnew\\b|\\+\\+|--|(?<![=!<>])=(?!=)");
    /** Calls that only make a value: they neither ask DynamoDB nor change anything. */
    private static final Pattern MAKER =
            Pattern.compile("\\b(List|Set|Map|Optional|Duration|AttributeValue|SdkBytes|String|Integer|Long)"
                    + "\\.(of\\w*|from\\w+|entry|empty|valueOf)\\s*\\(");

    private final List<Entry> entries = new ArrayList<>();

    enum Kind {
        IMPORT,
        TYPE,
        METHOD,
        VARIABLE,
        /** A statement, or an expression that JShell gave a name to. */
        DEED,
        COMMAND
    }

    /** One snippet or command; {@code name} is what it defines, empty if it is nothing. */
    record Entry(Kind kind, String name, String source) {

        /** Whether it can be run again without asking anybody: it defines something and does nothing else. */
        boolean isHarmless() {
            return switch (kind) {
                case IMPORT, TYPE, METHOD -> true;
                case VARIABLE -> isPlain(source);
                case DEED, COMMAND -> false;
            };
        }

        /** What a person would call it. */
        String called() {
            return switch (kind) {
                case TYPE -> "type " + name;
                case METHOD -> "method " + name + "()";
                default -> name;
            };
        }
    }

    /** Whether a variable's declaration only names values, or makes them of others. */
    static boolean isPlain(String declaration) {
        String code = ink(declaration);
        int assign = code.indexOf('=');
        return assign < 0
                || !CALL.matcher(MAKER.matcher(code.substring(assign + 1)).replaceAll(" "))
                        .find();
    }

    /** The text without what stands in strings and comments. */
    private static String ink(String text) {
        var code = new StringBuilder();
        for (JavaText.Token token : JavaText.of(text).tokens()) {
            boolean quoted = token.ink() == JavaText.Ink.STRING || token.ink() == JavaText.Ink.COMMENT;
            code.append(quoted ? "0" : text.substring(token.from(), token.to()));
            code.append(token.ink() == JavaText.Ink.KEYWORD || token.ink() == JavaText.Ink.TYPE ? " " : "");
        }
        return code.toString().replaceAll(" (?=[.(<])", "");
    }

    /** What the events of one evaluation defined or did; snippets that were only compiled again are left out. */
    static List<Entry> succeeded(List<SnippetEvent> events) {
        return events.stream()
                .filter(event -> event.causeSnippet() == null)
                .filter(event -> event.exception() == null && event.status() != Status.REJECTED)
                .map(event -> entry(event.snippet()))
                .toList();
    }

    private static Entry entry(Snippet snippet) {
        String source = snippet.source().strip();
        return switch (snippet.kind()) {
            case IMPORT -> new Entry(Kind.IMPORT, "", source);
            case TYPE_DECL -> new Entry(Kind.TYPE, ((TypeDeclSnippet) snippet).name(), source);
            case METHOD -> new Entry(Kind.METHOD, ((jdk.jshell.MethodSnippet) snippet).name(), source);
            case VAR ->
                new Entry(
                        snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND ? Kind.DEED : Kind.VARIABLE,
                        ((VarSnippet) snippet).name(),
                        source);
            default -> new Entry(Kind.DEED, "", source);
        };
    }

    void addAll(List<Entry> more) {
        entries.addAll(more);
    }

    void removeAll(List<Entry> some) {
        entries.removeAll(some);
    }

    void command(String line) {
        entries.add(new Entry(Kind.COMMAND, "", line.strip()));
    }

    void clear() {
        entries.clear();
    }

    /** What is defined under this name so far is no more; a script still needs it for what came in between. */
    void drop(String name) {
        command("/drop " + name);
    }

    /** What was not dropped later. */
    List<Entry> alive() {
        var alive = new ArrayList<Entry>();
        for (Entry entry : entries) {
            if (entry.kind() == Kind.COMMAND && entry.source().startsWith("/drop ")) {
                alive.removeIf(earlier -> earlier.name().equals(entry.source().substring(6)));
            } else {
                alive.add(entry);
            }
        }
        return alive;
    }

    /** What has to run again to have it all back: everything since the table was last replaced, but the harmless. */
    List<Entry> deeds() {
        List<Entry> alive = alive();
        int from = 0;
        for (int i = 0; i < alive.size(); i++) {
            if (alive.get(i).kind() == Kind.COMMAND && alive.get(i).source().startsWith("/use")) {
                from = i + 1;
            }
        }
        return alive.subList(from, alive.size()).stream()
                .filter(entry -> !entry.isHarmless())
                .toList();
    }

    /** The lines of a script that does it all again. */
    List<String> script() {
        String all = String.join("\n", entries.stream().map(Entry::source).toList());
        Set<String> used = Pattern.compile("\\$\\d+")
                .matcher(all)
                .results()
                .map(r -> r.group())
                .collect(Collectors.toSet());
        var lines = new ArrayList<String>();
        for (Entry entry : entries) {
            // JShell counts names like $3 anew; a script that uses one must say which it is.
            boolean named = entry.kind() == Kind.DEED && used.contains(entry.name());
            lines.addAll((named ? "var " + entry.name() + " = " + entry.source() : entry.source())
                    .lines()
                    .toList());
        }
        return lines;
    }
}
