package dojo.lab.fidelity;

import dojo.lab.law.Fidelity;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the named numbers of the lab, each with the value that the laws use. */
public final class Facts {

    /** Takes the value of a labelled thing; called for named labels only. */
    private interface Reader {
        Object read() throws ReflectiveOperationException;
    }

    private final List<Fact> found = new ArrayList<>();

    private Facts() {}

    /** All of them, by name. */
    public static List<Fact> collect() {
        var facts = new Facts();
        LabClasses.all().forEach(facts::look);
        return facts.found.stream().sorted(Comparator.comparing(Fact::name)).toList();
    }

    private void look(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (field.isSynthetic() || !Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            add(field, () -> {
                field.setAccessible(true);
                return field.get(null);
            });
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                add(component, () -> {
                    Method real = type.getDeclaredMethod("real");
                    real.setAccessible(true);
                    component.getAccessor().setAccessible(true);
                    return component.getAccessor().invoke(real.invoke(null));
                });
            }
        }
    }

    private void add(AnnotatedElement element, Reader value) {
        Arrays.stream(element.getAnnotationsByType(Fidelity.class))
                .filter(label -> !label.fact().isEmpty())
                .forEach(label -> found.add(fact(label, value)));
    }

    private static Fact fact(Fidelity label, Reader value) {
        try {
            double number = in(label.unit(), value.read());
            return new Fact(label.fact(), number, label.unit(), label.says(), label.level(), label.source());
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(
                    "The number of the fact " + label.fact() + " cannot be read: label a constant, or a component"
                            + " of a record that has a method real().",
                    unreadable);
        }
    }

    private static double in(String unit, Object value) {
        if (value instanceof Duration time) {
            return time.toNanos() / (double) nanos(unit);
        }
        return ((Number) value).doubleValue() / bytes(unit);
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "milliseconds" -> 1_000_000L;
            case "seconds" -> 1_000_000_000L;
            case "minutes" -> 60_000_000_000L;
            case "hours" -> 3_600_000_000_000L;
            default ->
                throw new IllegalStateException(
                        "A duration is told in milliseconds, seconds, minutes or hours, not in " + unit + ".");
        };
    }

    private static long bytes(String unit) {
        return switch (unit) {
            case "KB" -> 1L << 10;
            case "MB" -> 1L << 20;
            case "GB" -> 1L << 30;
            default -> 1;
        };
    }
}
