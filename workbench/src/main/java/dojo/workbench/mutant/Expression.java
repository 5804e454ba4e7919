package dojo.workbench.mutant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A condition, filter or key condition as DynamoDB reads it, to take it apart.
 *
 * <p>It has passed DynamoDB before, or will be refused by it: nothing here looks for mistakes.
 */
final class Expression {

    private static final Pattern TOKEN = Pattern.compile("<>|<=|>=|[(),=<>]|[^\\s(),=<>]+");
    private static final Map<String, String> NEIGHBOURS = Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");

    private final String text;
    private final List<MatchResult> tokens;
    private final List<Change<String>> shorter = new ArrayList<>();
    private final List<Change<String>> moved = new ArrayList<>();
    private int next;

    private Expression(String text) {
        this.text = text;
        tokens = TOKEN.matcher(text).results().toList();
        either();
    }

    /** What is left when one side of an AND or an OR is taken away; the words are that side. */
    static List<Change<String>> shorter(String text) {
        return new Expression(text).shorter;
    }

    /** What it says when a border is taken in or left out; the words are the comparison as it was. */
    static List<Change<String>> moved(String text) {
        return new Expression(text).moved;
    }

    /** Where something stands in the text. */
    private record Span(int from, int to) {}

    private Span either() {
        return joined("OR", this::both);
    }

    private Span both() {
        return joined("AND", this::negated);
    }

    private Span joined(String word, Supplier<Span> side) {
        List<Span> sides = new ArrayList<>();
        sides.add(side.get());
        while (is(word)) {
            next++;
            sides.add(side.get());
        }
        for (int i = 0; i < sides.size() && sides.size() > 1; i++) {
            Span gone = sides.get(i);
            int from = i == 0 ? gone.from : sides.get(i - 1).to;
            int to = i == 0 ? sides.get(1).from : gone.to;
            shorter.add(new Change<>(text.substring(gone.from, gone.to), text.substring(0, from) + text.substring(to)));
        }
        return new Span(sides.get(0).from, sides.get(sides.size() - 1).to);
    }

    private Span negated() {
        int from = start();
        while (is("NOT")) {
            next++;
        }
        if (is("(")) {
            next++;
            either();
            next++;
        } else {
            comparison();
        }
        return new Span(from, end());
    }

    private void comparison() {
        int from = start();
        operand();
        if (is("BETWEEN")) {
            next++;
            operand();
            next++;
            operand();
        } else if (is("IN")) {
            next++;
            brackets();
        } else if (next < tokens.size() && tokens.get(next).group().matches("[<=>]+")) {
            MatchResult sign = tokens.get(next++);
            operand();
            String neighbour = NEIGHBOURS.get(sign.group());
            if (neighbour != null) {
                moved.add(new Change<>(
                        text.substring(from, end()),
                        text.substring(0, sign.start()) + neighbour + text.substring(sign.end())));
            }
        }
    }

    private void operand() {
        next++;
        if (is("(")) {
            brackets();
        }
    }

    private void brackets() {
        int open = 0;
        do {
            open += is("(") ? 1 : is(")") ? -1 : 0;
            next++;
        } while (open > 0 && next < tokens.size());
    }

    private boolean is(String word) {
        return next < tokens.size()
                && tokens.get(next).group().toUpperCase(Locale.ROOT).equals(word);
    }

    private int start() {
        return next < tokens.size() ? tokens.get(next).start() : text.length();
    }

    private int end() {
        return next == 0 || tokens.isEmpty()
                ? 0
                : tokens.get(Math.min(next, tokens.size()) - 1).end();
    }
}
