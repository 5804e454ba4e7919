package dojo.session;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What somebody said, and how many tokens that takes.
 *
 * <p>Role, text and attributes are the payload: a retry must repeat them exactly. The token count is a note for
 * budgets and may differ between attempts.
 *
 * @param tokens what the text costs the model; the factories estimate one token for four characters
 * @param attributes what an adapter needs besides the text; empty for most turns
 */
public record Turn(TurnId id, Role role, String text, int tokens, Map<String, String> attributes) {
    public Turn {
        Objects.requireNonNull(text, () -> "Turn " + id + " has no text, got null: pass \"\" if there is none.");
        if (attributes.keySet().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("An attribute of turn " + id + " has a blank name, got the names "
                    + attributes.keySet() + ": name it.");
        }
        if (tokens < 0) {
            throw new IllegalArgumentException(
                    "A turn takes no less than 0 tokens, got " + tokens + " for turn " + id + ": count again.");
        }
        attributes = Map.copyOf(attributes);
    }

    public static Turn user(String id, String text) {
        return of(id, Role.USER, text);
    }

    public static Turn assistant(String id, String text) {
        return of(id, Role.ASSISTANT, text);
    }

    public static Turn system(String id, String text) {
        return of(id, Role.SYSTEM, text);
    }

    public static Turn of(String id, Role role, String text) {
        return new Turn(TurnId.of(id), role, text, (text.length() + 3) / 4, Map.of());
    }

    public Turn withTokens(int counted) {
        return new Turn(id, role, text, counted, attributes);
    }

    public Turn with(String name, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(name, value);
        return new Turn(id, role, text, tokens, more);
    }
}
