package dojo.lab.junit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a learner found out at the prompt.
 *
 * @param values answer by name
 */
public record Answers(Map<String, String> values) {

    public Answers {
        values = Map.copyOf(values);
    }

    /** The answer of this name, if one was given. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** What was answered before the present answer of this name, once all questions had one; oldest first. */
    public List<String> earlier(String name) {
        return get(name + ".earlier")
                .map(text -> List.of(text.split(",\\s*", -1)))
                .orElse(List.of());
    }

    /** Reads lines of the form {@code name=value}; other lines are skipped. */
    static Answers parse(String lines) {
        Map<String, String> values = new TreeMap<>();
        lines.lines().filter(line -> line.indexOf('=') > 0).forEach(line -> {
            int equals = line.indexOf('=');
            values.put(
                    line.substring(0, equals).trim(), line.substring(equals + 1).trim());
        });
        return new Answers(values);
    }
}
