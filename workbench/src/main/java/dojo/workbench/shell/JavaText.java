package dojo.workbench.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Java as a person types it, cut into what deserves a colour; never refuses. Pure, one pass.
 *
 * @param tokens from left to right, white space left out
 * @param open brackets that are open at the end, outermost first
 * @param unfinished whether the end lies within a comment or a text block
 */
record JavaText(List<Token> tokens, List<Integer> open, boolean unfinished) {
    private static final Set<String> KEYWORDS = Set.of(
            "abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                    .concat(
                            " final finally float for goto if implements import instanceof int interface long native new")
                    .concat(
                            " package private protected public return short static strictfp super switch synchronized this")
                    .concat(" throw throws transient try void volatile while var true false null")
                    .split(" "));
    /** Words that are keywords only where another word follows. */
    private static final Set<String> SOMETIMES = Set.of("record", "sealed", "permits", "yield");

    private static final Set<String> OURS = Set.of("ddb", "table");

    /** What a piece of text is. */
    enum Ink {
        PLAIN,
        KEYWORD,
        TYPE,
        OURS,
        STRING,
        NUMBER,
        COMMENT,
        BRACKET,
        /** A closing bracket that closes nothing, or a string that never ends. */
        WRONG
    }

    /**
     * A piece of text.
     *
     * @param partner where the bracket's other half starts, if this is one and has one
     */
    record Token(Ink ink, int from, int to, OptionalInt partner) {}

    static JavaText of(String text) {
        return new Scan(text).run();
    }

    /** How many steps a line that follows the text should be indented; brackets opened on one line are one step. */
    static int steps(String text) {
        JavaText java = of(text);
        long lines = java.open().stream()
                .map(position -> text.lastIndexOf('\n', position))
                .distinct()
                .count();
        return java.unfinished() ? 0 : Math.max(1, (int) lines);
    }

    /** The white space that a closing bracket at the end of the text should stand behind: that of the opening one. */
    static String indentOfOpening(String text) {
        JavaText java = of(text);
        if (java.open().isEmpty()) {
            return "";
        }
        int line = text.lastIndexOf('\n', java.open().get(java.open().size() - 1)) + 1;
        int ink = line;
        while (text.charAt(ink) == ' ' || text.charAt(ink) == '\t') {
            ink++;
        }
        return text.substring(line, ink);
    }

    private static final class Scan {
        private final String text;
        private final List<Token> tokens = new ArrayList<>();
        /** Positions in {@link #tokens} of brackets that are open. */
        private final Deque<Integer> open = new ArrayDeque<>();

        private boolean unfinished;
        private int at;

        Scan(String text) {
            this.text = text;
        }

        JavaText run() {
            while (at < text.length()) {
                int from = at;
                Ink ink = next(text.charAt(at));
                if (ink != Ink.PLAIN || !text.substring(from, at).isBlank()) {
                    tokens.add(new Token(ink, from, at, OptionalInt.empty()));
                    pair();
                }
            }
            var positions = new ArrayList<Integer>();
            open.descendingIterator()
                    .forEachRemaining(token -> positions.add(tokens.get(token).from()));
            return new JavaText(tokens, positions, unfinished);
        }

        private Ink next(char c) {
            if (text.startsWith("//", at)) {
                return to(end('\n'), Ink.COMMENT);
            } else if (text.startsWith("/*", at)) {
                return block("*/", 2, Ink.COMMENT);
            } else if (text.startsWith("\"\"\"", at)) {
                return block("\"\"\"", 3, Ink.STRING);
            } else if (c == '"' || c == '\'') {
                return string(c);
            } else if (Character.isDigit(c)) {
                return number();
            } else if (Character.isJavaIdentifierStart(c) || c == '@') {
                return word();
            }
            at++;
            return "()[]{}".indexOf(c) >= 0 ? Ink.BRACKET : Ink.PLAIN;
        }

        private int end(char c) {
            int found = text.indexOf(c, at);
            return found < 0 ? text.length() : found;
        }

        private Ink to(int end, Ink ink) {
            at = end;
            return ink;
        }

        private Ink block(String closing, int opening, Ink ink) {
            int found = text.indexOf(closing, at + opening);
            while (found > 0 && ink == Ink.STRING && text.charAt(found - 1) == '\\') {
                found = text.indexOf(closing, found + 1);
            }
            unfinished = found < 0;
            return to(found < 0 ? text.length() : found + closing.length(), ink);
        }

        private Ink string(char quote) {
            at++;
            while (at < text.length() && text.charAt(at) != '\n') {
                char c = text.charAt(at);
                at += c == '\\' ? 2 : 1;
                if (c == quote) {
                    return Ink.STRING;
                }
            }
            at = Math.min(at, text.length());
            // At the very end it is still being typed.
            return at < text.length() ? Ink.WRONG : Ink.STRING;
        }

        private Ink number() {
            while (at < text.length()
                    && (Character.isJavaIdentifierPart(text.charAt(at))
                            || (text.charAt(at) == '.' && digitAt(at + 1)))) {
                at++;
            }
            return Ink.NUMBER;
        }

        private boolean digitAt(int index) {
            return index < text.length() && Character.isDigit(text.charAt(index));
        }

        private Ink word() {
            int from = at++;
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                at++;
            }
            String word = text.substring(from, at);
            boolean member = from > 0 && text.charAt(from - 1) == '.';
            if (KEYWORDS.contains(word) || (SOMETIMES.contains(word) && wordFollows())) {
                return Ink.KEYWORD;
            } else if (OURS.contains(word) && !member) {
                return Ink.OURS;
            }
            return isType(word) ? Ink.TYPE : Ink.PLAIN;
        }

        private boolean wordFollows() {
            int next = at;
            while (next < text.length() && text.charAt(next) == ' ') {
                next++;
            }
            return next > at && next < text.length() && Character.isJavaIdentifierStart(text.charAt(next));
        }

        /** By custom: {@code Map}, {@code T}, {@code @Override}, but no {@code MAX_VALUE}. */
        private static boolean isType(String word) {
            return word.charAt(0) == '@'
                    || (Character.isUpperCase(word.charAt(0))
                            && (word.length() == 1 || word.chars().anyMatch(Character::isLowerCase)));
        }

        /** Joins the token just added with its partner, if it is a bracket. */
        private void pair() {
            int index = tokens.size() - 1;
            Token token = tokens.get(index);
            if (token.ink() != Ink.BRACKET) {
                return;
            }
            char c = text.charAt(token.from());
            int kind = ")]}".indexOf(c);
            if (kind < 0) {
                open.push(index);
            } else if (!open.isEmpty()
                    && "([{".indexOf(text.charAt(tokens.get(open.peek()).from())) == kind) {
                int other = open.pop();
                Token opening = tokens.get(other);
                tokens.set(index, new Token(Ink.BRACKET, token.from(), token.to(), OptionalInt.of(opening.from())));
                tokens.set(other, new Token(Ink.BRACKET, opening.from(), opening.to(), OptionalInt.of(token.from())));
            } else {
                tokens.set(index, new Token(Ink.WRONG, token.from(), token.to(), OptionalInt.empty()));
            }
        }
    }
}
