package dojo.lab.junit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a check feeds to the code under test, remembered so that a failure can show it. Not thread-safe. */
public final class Inputs {

    private final Map<String, String> given = new LinkedHashMap<>();

    /** Notes the value under the name, and returns it. */
    public <T> T given(String name, T value) {
        given.put(name, String.valueOf(value));
        return value;
    }

    @Override
    public String toString() {
        return given.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
