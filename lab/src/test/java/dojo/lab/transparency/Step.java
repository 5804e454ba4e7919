package dojo.lab.transparency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a sequence, drawn beforehand; what it asks may depend on what that side was told. */
@FunctionalInterface
interface Step {

    Ask on(Memory memory);

    static Step of(String operation, @Nullable Object... namesAndValues) {
        return of(operation, Json.object(namesAndValues));
    }

    static Step of(String operation, Map<String, Object> members) {
        Ask ask = new Ask(operation, members);
        return memory -> ask;
    }
}
