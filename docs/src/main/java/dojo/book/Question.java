package dojo.book;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One entry of the question bank, as written in one file under {@code docs/questions}.
 *
 * @param file the file it was read from
 * @param title the question, as an interviewer asks it
 * @param attributes the header attributes by name
 * @param sections the lines of each section by its name
 */
record Question(Path file, String title, Map<String, String> attributes, Map<String, List<String>> sections) {

    /** The attributes every question has. */
    static final Set<String> ATTRIBUTES = Set.of("id", "level", "topics", "exhibit", "exercise");

    /** The sections every question has, in this order. */
    static final List<String> SECTIONS =
            List.of("Opener", "Answer", "Deeper", "Traps", "Follow-ups", "Rubric", "Proof", "Practise", "Sources");

    String id() {
        return attribute("id");
    }

    /** The exhibits that prove the answer, by id. */
    List<String> exhibits() {
        return names("exhibit");
    }

    /** The exercises in which a reader does what the answer says, by id. */
    List<String> exercises() {
        return names("exercise");
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    List<String> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    /** The evening on which to learn it, of the three that the twelve most wanted take; 0 for all others. */
    int evening() {
        return attribute("evening").isEmpty() ? 0 : Integer.parseInt(attribute("evening"));
    }

    /** Other wordings of the same question. */
    List<String> alsoAsked() {
        return parts("also-asked", "\\|").toList();
    }

    /** What the index lists the question under, in words. */
    List<String> topics() {
        return parts("topics", ",").map(topic -> topic.replace('-', ' ')).toList();
    }

    /** The one line to say first. */
    String opener() {
        return String.join(" ", section("Opener")).strip();
    }

    /** The questions that an interviewer asks next. */
    List<String> followUps() {
        return section("Follow-ups").stream()
                .filter(line -> line.endsWith("::"))
                .map(line -> line.substring(0, line.length() - 2))
                .toList();
    }

    /** {@code none} says that nothing fits, and is no name. */
    private List<String> names(String attribute) {
        return parts(attribute, ",").filter(name -> !name.equals("none")).toList();
    }

    private Stream<String> parts(String attribute, String separator) {
        return Stream.of(attribute(attribute).split(separator, -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }
}
