package dojo.lab.laws;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Meaning;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A component of settings, as a key of a laws file. */
record Part(String key, Shape shape, RecordComponent component) {

    /** The keys of these settings, in the order of their declaration. */
    static Map<String, Part> of(Class<? extends Record> settings) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (RecordComponent component : settings.getRecordComponents()) {
            component.getAccessor().trySetAccessible();
            String key = kebab(component.getName());
            parts.put(key, new Part(key, Shape.of(component.getGenericType()), component));
        }
        return parts;
    }

    /** {@code tokenWindow} and {@code TOKEN_WINDOW} as a laws file spells them: {@code token-window}. */
    static String kebab(String name) {
        boolean constant = name.equals(name.toUpperCase(Locale.ROOT));
        String words = constant ? name : name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
        return words.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    Object in(Record settings) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (IllegalAccessException | InvocationTargetException defect) {
            throw new IllegalStateException(component + " cannot be read.", defect);
        }
    }

    /** The value if the key is left out and no settings say otherwise: nothing, where nothing is a value. */
    Optional<Object> absent() {
        if (shape instanceof Shape.Maybe) {
            return Optional.of(Optional.empty());
        }
        return shape instanceof Shape.Many ? Optional.of(List.of()) : Optional.empty();
    }

    Optional<String> meaning() {
        return Optional.ofNullable(component.getAnnotation(Meaning.class)).map(Meaning::value);
    }

    List<Fidelity> claims() {
        return Arrays.asList(component.getAnnotationsByType(Fidelity.class));
    }
}
