package dojo.workbench.shell.child;

import java.lang.reflect.Field;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import jdk.jshell.execution.LocalExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets here, can stop them, and keeps values that hold something of DynamoDB's for the prompt to draw.
 *
 * <p>{@link #stop} may be called from any thread.
 */
public final class SnippetControl extends LocalExecutionControl {
    /** Before the number of a value that the prompt should ask for; no Java value is printed with such a beginning. */
    public static final String TICKET = "\u0001dynamodb:";

    private final Shown shown = new Shown();

    Shown shown() {
        return shown;
    }

    @Override
    public String varValue(String className, String varName)
            throws RunException, EngineTerminationException, InternalException {
        try {
            Field variable = findClass(className).getDeclaredField(varName);
            variable.setAccessible(true);
            @Nullable Object value = variable.get(null);
            return value != null && drawer().of(value).isPresent() ? TICKET + shown.keep(value) : valueString(value);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Whatever is odd about the variable: the inherited way reports it.
            return super.varValue(className, varName);
        }
    }

    /** Knows the keys of the table in use, and of those that were asked for lately. */
    static ResultJson drawer() {
        Ground ground = Bench.ground();
        Set<String> tables = new LinkedHashSet<>();
        tables.add(Bench.table());
        if (ground.isOurs()) {
            var others = new TreeSet<String>();
            ground.witness().latest(50).forEach(seen -> others.add(seen.table()));
            tables.addAll(others);
        }
        tables.remove("");
        return new ResultJson(new KeyNames(
                tables,
                name -> ground.lab()
                        .backstage()
                        .describeTable(d -> d.tableName(name))
                        .table()));
    }
}
