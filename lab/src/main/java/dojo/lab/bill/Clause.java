package dojo.lab.bill;

import dojo.lab.item.TableShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts together what a request asks, as a reader would say it: table, keys, then what decides the cost. */
final class Clause {

    private static final int LONGEST_KEY = 72;
    private static final int LONGEST_EXPRESSION = 48;
    static final int LONGEST = 110;

    private final String table;
    private final List<String> parts = new ArrayList<>();

    private Clause(String table) {
        this.table = table;
    }

    static Clause of(@Nullable String table) {
        return new Clause(TableShapes.name(table));
    }

    static Clause of(@Nullable String table, @Nullable String index) {
        return index == null ? of(table) : new Clause(TableShapes.name(table) + " index " + index);
    }

    /** The same for one item of many, without commas of its own. */
    static String item(@Nullable String table, Map<String, AttributeValue> key) {
        return TableShapes.name(table) + " "
                + key.values().stream().map(Brief::value).collect(Collectors.joining("/"));
    }

    /** What a request asks of several tables, in one line. */
    static String tables(Stream<Clause> clauses) {
        return Brief.fold(clauses.map(Clause::text).collect(Collectors.joining("; ")), LONGEST);
    }

    Clause key(Map<String, AttributeValue> key) {
        return say(Brief.fold(
                key.entrySet().stream()
                        .map(attribute -> attribute.getKey() + " = " + Brief.value(attribute.getValue()))
                        .collect(Collectors.joining(", ")),
                LONGEST_KEY));
    }

    Clause keyCondition(@Nullable String expression, Placeholders placeholders) {
        return expression == null ? this : say(Brief.fold(placeholders.fill(expression), LONGEST_KEY));
    }

    /** An expression that costs nothing by itself but explains the cost, such as a condition or a filter. */
    Clause expression(String introduction, @Nullable String expression, Placeholders placeholders) {
        return expression == null
                ? this
                : say(introduction + Brief.fold(placeholders.fill(expression), LONGEST_EXPRESSION));
    }

    Clause when(boolean holds, String words) {
        return holds ? say(words) : this;
    }

    Clause strong(@Nullable Boolean consistentRead) {
        return when(Boolean.TRUE.equals(consistentRead), "strongly consistent");
    }

    Clause limit(@Nullable Integer limit) {
        return limit == null ? this : say("limit " + limit);
    }

    Clause say(String words) {
        Optional.of(words).filter(said -> !said.isEmpty()).ifPresent(parts::add);
        return this;
    }

    String text() {
        return Brief.fold(parts.isEmpty() ? table : table + ": " + String.join(", ", parts), LONGEST);
    }
}
