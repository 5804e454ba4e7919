package dojo.lab.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a statement says outright about its item: the table, and the attributes that it sets equal to a text, a number or
 * a parameter.
 *
 * <p>No parser: a statement that says it in another way keeps its item to itself, and so meets no conflict.
 */
record PartiQl(String table, Map<String, AttributeValue> attributes) {

    private static final Pattern WORD = Pattern.compile(
            "'(?<text>(?:[^']|'')*)'" // 'it''s'
                    + "|\"(?<name>(?:[^\"]|\"\")*)\""
                    + "|(?<number>-?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)"
                    + "|(?<word>[A-Za-z_][A-Za-z0-9_.-]*)"
                    + "|(?<sign>[^\\s])");

    /** A word of a statement: its kind, what it says, and the value it stands for. */
    private record Token(String kind, String text, @Nullable AttributeValue value) {

        boolean is(String word) {
            return !kind.equals("text") && !kind.equals("name") && text.equalsIgnoreCase(word);
        }

        boolean isName() {
            return kind.equals("name") || kind.equals("word");
        }
    }

    /** What the statement says, if it names a table. */
    static Optional<PartiQl> of(@Nullable String statement, List<AttributeValue> parameters) {
        List<Token> tokens = statement == null ? List.of() : tokens(statement, parameters.iterator());
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean before = tokens.get(i).is("INTO")
                    || tokens.get(i).is("UPDATE")
                    || tokens.get(i).is("FROM");
            if (before && tokens.get(i + 1).isName()) {
                String table = tokens.get(i + 1).text();
                return Optional.of(new PartiQl(table, equalities(tokens.subList(i + 2, tokens.size()))));
            }
        }
        return Optional.empty();
    }

    /** Of an INSERT, what follows VALUE with colons; of anything else, what follows WHERE with equals signs. */
    private static Map<String, AttributeValue> equalities(List<Token> tokens) {
        Map<String, AttributeValue> found = new HashMap<>();
        boolean inside = false;
        int depth = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            if (inside && token.is("OR")) {
                return Map.of();
            }
            AttributeValue value = tokens.get(i + 1).value();
            // The attributes of a map inside the item are not attributes of the item.
            if (inside && value != null && (token.is("=") || (token.is(":") && depth == 1))) {
                found.put(tokens.get(i - 1).text(), value);
            }
            inside |= token.is("WHERE") || token.is("VALUE");
        }
        return found;
    }

    private static List<Token> tokens(String statement, Iterator<AttributeValue> parameters) {
        List<Token> tokens = new ArrayList<>();
        Matcher found = WORD.matcher(statement);
        while (found.find()) {
            tokens.add(token(found, parameters));
        }
        return tokens;
    }

    private static Token token(Matcher found, Iterator<AttributeValue> parameters) {
        if (found.group("text") != null) {
            String text = found.group("text").replace("''", "'");
            return new Token("text", text, AttributeValue.fromS(text));
        }
        if (found.group("name") != null) {
            return new Token("name", found.group("name").replace("\"\"", "\""), null);
        }
        if (found.group("number") != null) {
            return new Token("number", found.group(), AttributeValue.fromN(found.group()));
        }
        if (found.group("word") != null) {
            return new Token("word", found.group(), null);
        }
        boolean parameter = found.group().equals("?") && parameters.hasNext();
        return new Token("sign", found.group().toLowerCase(Locale.ROOT), parameter ? parameters.next() : null);
    }
}
