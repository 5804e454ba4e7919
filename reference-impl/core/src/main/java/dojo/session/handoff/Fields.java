package dojo.session.handoff;

import dojo.session.handoff.Problem.Kind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes the fields out of one line; a field that is missing, of another kind, or left over is damage. */
final class Fields {
    private final long line;
    private final Map<String, Object> left;

    Fields(long line, Map<String, Object> object) {
        this.line = line;
        this.left = new TreeMap<>(object);
    }

    String text(String name) throws Damage {
        return required(name, optionalText(name));
    }

    Optional<String> optionalText(String name) throws Damage {
        return take(name, String.class, "a text");
    }

    long number(String name) throws Damage {
        return required(name, take(name, Long.class, "a whole number"));
    }

    Instant instant(String name) throws Damage {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException odd) {
            throw odd(name, "a time such as 2026-11-22T12:00:00Z");
        }
    }

    /** Texts by name; none if the field is not there. */
    Map<String, String> texts(String name) throws Damage {
        Map<?, ?> object = take(name, Map.class, "an object").orElse(Map.of());
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            texts.put((String) entry.getKey(), string(name, entry.getValue()));
        }
        return texts;
    }

    /** The fields of an object inside; none if it is not there. */
    Fields inside(String name) throws Damage {
        Map<?, ?> object = take(name, Map.class, "an object").orElse(Map.of());
        Map<String, Object> inside = new TreeMap<>();
        object.forEach((key, value) -> inside.put((String) key, value));
        return new Fields(line, inside);
    }

    List<String> list(String name) throws Damage {
        List<String> texts = new ArrayList<>();
        List<?> list = take(name, List.class, "a list").orElse(List.of());
        for (Object entry : list) {
            texts.add(string(name, entry));
        }
        return texts;
    }

    /** Refuses what nobody asked for: it would be signed, and not understood. */
    void end() throws Damage {
        if (!left.isEmpty()) {
            throw new Damage(
                    Kind.UNREADABLE,
                    line,
                    "this version knows no field \"" + left.keySet().iterator().next()
                            + "\": export again with a version that both sides know.");
        }
    }

    private String string(String name, @Nullable Object value) throws Damage {
        if (value instanceof String text) {
            return text;
        }
        throw odd(name, "texts only");
    }

    private <T> Optional<T> take(String name, Class<T> type, String what) throws Damage {
        Object value = left.remove(name);
        if (value != null && !type.isInstance(value)) {
            throw odd(name, what);
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    private <T> T required(String name, Optional<T> value) throws Damage {
        if (value.isEmpty()) {
            throw odd(name, "there");
        }
        return value.get();
    }

    private Damage odd(String name, String expected) {
        return new Damage(
                Kind.UNREADABLE,
                line,
                "the field \"" + name + "\" is not " + expected + ": ask for the file again as it was exported.");
    }
}
