package dojo.lab.laws;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * A part of a laws file: one law.
 *
 * @param name how it is called in the file
 * @param settings what its keys are the components of
 */
public record Section(String name, Class<? extends Record> settings) {

    /** The settings by which the law behaves like the service; keys that a file leaves out are taken from these. */
    public Optional<Record> real() {
        return made("real");
    }

    /** The settings by which the law shows itself often. */
    public Optional<Record> chaos() {
        return made("chaos");
    }

    private Optional<Record> made(String factory) {
        try {
            Method method = settings.getMethod(factory);
            return Optional.of(settings.cast(method.invoke(null)));
        } catch (NoSuchMethodException none) {
            return Optional.empty();
        } catch (IllegalAccessException | InvocationTargetException defect) {
            throw new IllegalStateException(settings.getName() + "." + factory + "() failed", defect);
        }
    }
}
