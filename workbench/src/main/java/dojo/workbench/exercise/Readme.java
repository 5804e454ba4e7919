package dojo.workbench.exercise;

import dojo.lab.bill.Bill;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final Pattern QUESTION = Pattern.compile("([a-z][a-z0-9_]*)::(?:\\s+(.*))?");

    public Readme {
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        hints = List.copyOf(hints);
    }

    /** The value of a header attribute such as {@code fidelity}. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** What an answered exercise asks: the name of each answer, and its question, from the section {@code Questions}. */
    public Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        String name = "";
        for (String line : section("Questions").orElse("").lines().toList()) {
            Matcher entry = QUESTION.matcher(line);
            if (entry.matches()) {
                name = entry.group(1);
                questions.put(
                        name, Optional.ofNullable(entry.group(2)).orElse("").strip());
            } else if (!name.isEmpty() && !line.isBlank()) {
                questions.merge(name, line.strip(), (one, more) -> (one + " " + more).strip());
            }
        }
        return questions;
    }

    /** What is said before the ladder, by what a run did. */
    public FirstHints firstHints() {
        return FirstHints.read(section("First hint").orElse(""));
    }

    /** The text of a section such as {@code Task}. */
    public Optional<String> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    /** What the exercise is about, in words that a list can be filtered by. */
    public List<String> topics() {
        return listed("topics");
    }

    /** The ids of the exercises that it builds on. */
    public List<String> after() {
        return listed("after");
    }

    /** The functions of the source document whose mistake its starter makes. */
    public List<String> sourceMistakes() {
        return listed("source-mistake");
    }

    private List<String> listed(String attribute) {
        return Stream.of(attribute(attribute).orElse("").split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** How true to the service the exercise is: {@code local} or {@code simulated}; empty if it does not say. */
    public String fidelity() {
        return attribute("fidelity").orElse("");
    }

    /** The visible check by which the untouched starter fails. */
    public Optional<String> starterFails() {
        return attribute("starter-fails");
    }
}
