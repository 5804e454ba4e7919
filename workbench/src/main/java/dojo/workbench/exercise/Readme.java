package dojo.workbench.exercise;

import dojo.lab.bill.Bill;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of an exercise, as its {@code README.adoc} has it.
 *
 * @param attributes every {@code :name: value} of the header, in file order
 * @param incident the paragraphs between the header and the first section
 * @param sections section title to its lines, in file order; the hints stand in {@link #hints} instead
 * @param hints the ladder, vague to plain; the first element is level 1
 */
public record Readme(
        String title,
        Map<String, String> attributes,
        String incident,
        Map<String, String> sections,
        List<String> hints,
        Kind kind,
        int level,
        int minutes,
        Bill par) {

    public Readme {
        sections = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(sections));
        attributes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(attributes));
        hints = List.copyOf(hints);
    }

    /** The value of a header attribute such as {@code fidelity}. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** The text of a section such as {@code Task}. */
    public Optional<String> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    /** The visible check by which the untouched starter fails. */
    public Optional<String> starterFails() {
        return attribute("starter-fails");
    }
}
