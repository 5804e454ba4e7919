package dojo.session.chaos;

import dojo.session.chaos.Violation.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects violations; one of a kind about one thing is enough. */
final class Complaints {
    private final Map<String, Violation> all = new LinkedHashMap<>();

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
    void add(Kind kind, Object about, String words, Object... arguments) {
        all.putIfAbsent(kind + " " + about, new Violation(kind, about.toString(), words.formatted(arguments)));
    }

    List<Violation> list() {
        return List.copyOf(all.values());
    }
}
