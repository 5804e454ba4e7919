package dojo.workbench.shell.child;

import java.lang.reflect.Field;
import jdk.jshell.execution.LocalExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets here, can stop them, and shows variables that hold items as items.
 *
 * <p>{@link #stop} may be called from any thread.
 */
final class SnippetControl extends LocalExecutionControl {
    private volatile int width = 80;

    void width(int columns) {
        width = columns;
    }

    @Override
    public String varValue(String className, String varName)
            throws RunException, EngineTerminationException, InternalException {
        try {
            Field variable = findClass(className).getDeclaredField(varName);
            variable.setAccessible(true);
            @Nullable Object value = variable.get(null);
            return ResultText.of(value, width).orElseGet(() -> valueString(value));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Whatever is odd about the variable: the inherited way reports it.
            return super.varValue(className, varName);
        }
    }
}
