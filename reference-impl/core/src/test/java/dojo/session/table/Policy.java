package dojo.session.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of our policies, judged as IAM documents it, for the few elements that ours use; any other fails loudly.
 *
 * <p>This is our reading of the documentation and not IAM: no Deny, no wildcard actions, three operators.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">AWS:
 *     ForAllValues is also true if the key is missing</a>
 */
record Policy(JsonNode document) {
    private static final Pattern TAG = Pattern.compile("\\$\\{aws:PrincipalTag/(\\w+)}");
    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:111122223333:table/sessions";

    static Policy shipped(String file) {
        try (InputStream json = SessionClients.class.getResourceAsStream(file)) {
            return new Policy(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Policy parsed(String json) {
        try {
            return new Policy(new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same without one action, wherever it stands. */
    Policy without(String action) {
        JsonNode less = document.deepCopy();
        for (JsonNode statement : less.get("Statement")) {
            if (statement.get("Action") instanceof ArrayNode actions) {
                actions.removeIf(one -> one.asText().equals(action));
            }
        }
        return new Policy(less);
    }

    /** All that some statement allows under some condition: action and resource, as {@link Asked#what} says them. */
    Set<String> grants() {
        Set<String> grants = new TreeSet<>();
        for (JsonNode statement : document.get("Statement")) {
            for (String action : texts(statement.get("Action"))) {
                grants.add(action + " " + resource(statement));
            }
        }
        return grants;
    }

    boolean allows(Asked asked, Map<String, String> tags) {
        for (JsonNode statement : document.get("Statement")) {
            if (!statement.get("Effect").asText().equals("Allow")) {
                throw new AssertionError("Judged are Allow statements only: " + statement);
            }
            if (texts(statement.get("Action")).contains(asked.action())
                    && resource(statement).equals(asked.resource())
                    && holds(statement.path("Condition"), asked.leadingKeys(), tags)) {
                return true;
            }
        }
        return false;
    }

    private static String resource(JsonNode statement) {
        String arn = statement.get("Resource").asText();
        if (!arn.startsWith(TABLE)) {
            throw new AssertionError("Another table than in the other statements: " + arn);
        }
        String rest = arn.substring(TABLE.length());
        return switch (rest) {
            case "" -> "table";
            case "-new" -> "new table";
            case "/stream/*" -> "stream";
            default -> rest.substring(1);
        };
    }

    private static boolean holds(JsonNode conditions, List<String> keys, Map<String, String> tags) {
        boolean holds = true;
        for (var condition : conditions.properties()) {
            JsonNode wanted = condition.getValue().get("dynamodb:LeadingKeys");
            if (condition.getValue().size() != 1 || wanted == null) {
                throw new AssertionError("Judged are leading keys only: " + condition);
            }
            holds &= switch (condition.getKey()) {
                case "Null" -> keys.isEmpty() == wanted.asBoolean();
                case "ForAllValues:StringLike" -> keys.stream().allMatch(key -> matches(key, wanted, tags, true));
                case "ForAllValues:StringEquals" -> keys.stream().allMatch(key -> matches(key, wanted, tags, false));
                default -> throw new AssertionError("No judgement of " + condition.getKey());
            };
        }
        return holds;
    }

    private static boolean matches(String key, JsonNode wanted, Map<String, String> tags, boolean like) {
        return texts(wanted).stream().anyMatch(pattern -> matches(key, pattern, tags, like));
    }

    private static boolean matches(String key, String pattern, Map<String, String> tags, boolean like) {
        StringBuilder regex = new StringBuilder();
        Matcher tag = TAG.matcher(pattern);
        int from = 0;
        while (tag.find()) {
            String value = tags.get(tag.group(1));
            if (value == null) {
                // A variable without a value matches nothing.
                return false;
            }
            regex.append(quoted(pattern.substring(from, tag.start()), like)).append(Pattern.quote(value));
            from = tag.end();
        }
        return key.matches(regex.append(quoted(pattern.substring(from), like)).toString());
    }

    private static String quoted(String text, boolean like) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(like && c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
        }
        return regex.toString();
    }

    private static List<String> texts(JsonNode oneOrMany) {
        List<String> texts = new ArrayList<>();
        if (oneOrMany.isArray()) {
            oneOrMany.forEach(text -> texts.add(text.asText()));
        } else {
            texts.add(oneOrMany.asText());
        }
        return texts;
    }
}
