package dojo.lab.laws;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What kind of value a key takes. */
sealed interface Shape {

    /** A number, a text, a time, a word of several, or yes and no. */
    record Scalar(Class<?> type) implements Shape {}

    /** A value that may be left out. */
    record Maybe(Shape of) implements Shape {}

    /** Several values. */
    record Many(Shape of) implements Shape {}

    /** A table with keys of its own. */
    record Table(Class<? extends Record> type) implements Shape {}

    Set<Class<?>> SCALARS = Set.of(boolean.class, int.class, long.class, double.class, String.class, Duration.class);

    /**
     * The kind of value of a component of this type.
     *
     * @throws IllegalArgumentException if no laws file could give such a value
     */
    static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Shape inner = of(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == Optional.class) {
                return new Maybe(inner);
            }
            if (generic.getRawType() == List.class) {
                return new Many(inner);
            }
        }
        if (type instanceof Class<?> plain) {
            Class<?> primitive = primitive(plain);
            if (SCALARS.contains(primitive) || plain.isEnum()) {
                return new Scalar(primitive);
            }
            if (plain.isRecord()) {
                return new Table(plain.asSubclass(Record.class));
            }
        }
        throw new IllegalArgumentException("No laws file can hold a " + type
                + ". Use a boolean, number, String, Duration, enum or record, or an Optional or List of one.");
    }

    private static Class<?> primitive(Class<?> type) {
        if (type == Boolean.class) {
            return boolean.class;
        }
        if (type == Integer.class) {
            return int.class;
        }
        if (type == Long.class) {
            return long.class;
        }
        return type == Double.class ? double.class : type;
    }
}
