package dojo.lab.laws;

import dojo.lab.laws.Scalars.Unfit;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Makes settings of one table of a laws file, and finds as many of its mistakes as it can. */
final class Binding {

    private final TomlTable table;
    private final int line;
    private final String path;
    private final Class<? extends Record> type;
    private final Mistakes mistakes;

    private final Map<String, Part> parts;
    /** What each key has unless the file says otherwise; none for a key that must be given. */
    private final Map<String, Object> usual = new HashMap<>();

    private final Map<String, Object> given = new LinkedHashMap<>();

    /**
     * @param line where the table begins
     * @param path what to call the table
     * @param settings where keys that are left out come from
     */
    Binding(
            TomlTable table,
            int line,
            String path,
            Class<? extends Record> type,
            Optional<Record> settings,
            Mistakes mistakes) {
        this.table = table;
        this.line = line;
        this.path = path;
        this.type = type;
        this.mistakes = mistakes;
        this.parts = Part.of(type);
        parts.forEach((key, part) -> settings.map(part::in).or(part::absent).ifPresent(value -> usual.put(key, value)));
    }

    /** The settings, if the table holds no mistake. */
    Optional<Record> settings() {
        int before = mistakes.count();
        table.keySet().forEach(this::read);
        for (Part part : parts.values()) {
            if (!usual.containsKey(part.key()) && !table.contains(List.of(part.key()))) {
                mistakes.add(line, path + " lacks " + part.key() + ". Give " + Printing.wanted(part.shape()) + ".");
            }
        }
        Set<String> known = new HashSet<>(usual.keySet());
        known.addAll(given.keySet());
        Optional<Record> made = known.containsAll(parts.keySet()) ? made() : Optional.empty();
        return mistakes.count() == before ? made : Optional.empty();
    }

    private void read(String key) {
        Part part = parts.get(key);
        if (part == null) {
            String guess = Nearest.of(key, List.copyOf(parts.keySet()))
                    .map(near -> "Did you mean " + near + "?")
                    .orElse("It has " + String.join(", ", parts.keySet()) + ".");
            mistakes.add(line(key), path + " has no " + key + ". " + guess);
            return;
        }
        Object value = Objects.requireNonNull(table.get(List.of(key)));
        read(part.shape(), value, line(key), path + "." + key).ifPresent(found -> given.put(key, found));
    }

    private Optional<Object> read(Shape shape, Object value, int at, String name) {
        if (shape instanceof Shape.Maybe maybe) {
            return read(maybe.of(), value, at, name).map(Optional::of);
        }
        if (shape instanceof Shape.Many many) {
            return many(many.of(), value, at, name);
        }
        if (shape instanceof Shape.Table inner) {
            return value instanceof TomlTable other
                    ? new Binding(other, at, name, inner.type(), Optional.empty(), mistakes)
                            .settings()
                            .map(made -> made)
                    : unfit(at, name, value, "Give " + Printing.wanted(shape) + ".");
        }
        try {
            return Optional.of(Scalars.read(((Shape.Scalar) shape).type(), value));
        } catch (Unfit unfit) {
            return unfit(at, name, value, unfit.remedy());
        }
    }

    private Optional<Object> many(Shape of, Object value, int at, String name) {
        if (!(value instanceof TomlArray array)) {
            return unfit(at, name, value, "Give " + Printing.wanted(new Shape.Many(of)) + ".");
        }
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            int where = Optional.ofNullable(array.inputPositionOf(i))
                    .map(TomlPosition::line)
                    .orElse(at);
            read(of, array.get(i), where, name + "[" + (i + 1) + "]").ifPresent(all::add);
        }
        return all.size() == array.size() ? Optional.of(List.copyOf(all)) : Optional.empty();
    }

    private Optional<Object> unfit(int at, String name, Object value, String remedy) {
        mistakes.add(at, name + " is " + Printing.seen(value) + ". " + remedy);
        return Optional.empty();
    }

    /** Values that the settings themselves refuse are replaced by usual ones, one by one, to find the next. */
    private Optional<Record> made() {
        Map<String, Object> values = new HashMap<>(usual);
        values.putAll(given);
        Set<String> refused = new HashSet<>();
        while (true) {
            try {
                return Optional.of(construct(values));
            } catch (IllegalArgumentException refusal) {
                String why = String.valueOf(refusal.getMessage());
                Optional<String> culprit = named(why, refused);
                if (refused.stream().noneMatch(key -> place(why, key) >= 0)) {
                    mistakes.add(culprit.map(this::line).orElse(line), path + ": " + why);
                }
                if (culprit.filter(usual::containsKey).isEmpty()) {
                    return Optional.empty();
                }
                refused.add(culprit.get());
                values.put(culprit.get(), usual.get(culprit.get()));
            }
        }
    }

    /** The key of the file that a refusal speaks of first. */
    private Optional<String> named(String why, Set<String> except) {
        String first = "";
        for (String key : given.keySet()) {
            int place = place(why, key);
            if (!except.contains(key) && place >= 0 && (first.isEmpty() || place < place(why, first))) {
                first = key;
            }
        }
        return first.isEmpty() ? Optional.empty() : Optional.of(first);
    }

    /** Where the sentence names the key, in whichever spelling. */
    private static int place(String sentence, String key) {
        String words = " " + Part.kebab(sentence.replace(' ', '_')).replaceAll("[^a-z0-9]+", " ") + " ";
        return words.indexOf(" " + key.replace('-', ' ') + " ");
    }

    private Record construct(Map<String, Object> values) {
        Class<?>[] types =
                parts.values().stream().map(part -> part.component().getType()).toArray(Class<?>[]::new);
        Object[] arguments = parts.keySet().stream().map(values::get).toArray();
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(type.getName() + " cannot be made of " + values, thrown);
        } catch (ReflectiveOperationException defect) {
            throw new IllegalStateException(type.getName() + " cannot be made.", defect);
        }
    }

    private int line(String key) {
        return Optional.ofNullable(table.inputPositionOf(List.of(key)))
                .map(TomlPosition::line)
                .orElse(line);
    }
}
