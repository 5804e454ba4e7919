package dojo.workbench.gate;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Readme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The text has all its parts, and fits into a terminal. */
final class ReadmeRule implements Rule {

    private static final List<String> ATTRIBUTES = List.of("topics", "question", "fidelity");
    private static final List<String> SECTIONS = List.of("Task", "Done when", "Afterwards");
    private static final List<String> FIDELITIES = List.of("local", "simulated");
    private static final int HINTS = 4;
    private static final int COLUMNS = 76;
    private static final int SHORTEST_INCIDENT = 3;
    private static final int LONGEST_INCIDENT = 6;

    @Override
    public String name() {
        return "readme";
    }

    @Override
    public List<String> inspect(Exercise exercise, Trials trials) throws IOException {
        Readme readme = exercise.readme();
        List<String> sentences = new ArrayList<>();
        for (String attribute : ATTRIBUTES) {
            if (readme.attribute(attribute).filter(value -> !value.isBlank()).isEmpty()) {
                sentences.add("README.adoc has no \":" + attribute + ":\" line; add one below the title.");
            }
        }
        readme.attribute("fidelity")
                .filter(value -> !FIDELITIES.contains(value))
                .ifPresent(value -> sentences.add(
                        "README.adoc says \":fidelity: " + value + "\"; the labels are " + FIDELITIES + "."));
        for (String section : SECTIONS) {
            if (readme.section(section).filter(text -> !text.isBlank()).isEmpty()) {
                sentences.add("README.adoc has no section \"== " + section + "\"; write it.");
            }
        }
        if (readme.hints().size() != HINTS) {
            sentences.add("README.adoc has " + readme.hints().size() + " hints; the ladder has " + HINTS
                    + ": question, concept, API pointer, near-code.");
        }
        if (!exercise.isAnswered() && readme.starterFails().isEmpty()) {
            sentences.add("README.adoc has no \":starter-fails:\" line; name the check by which the starter fails.");
        }
        incident(readme, sentences);
        tooWide(exercise, sentences);
        return sentences;
    }

    private static void incident(Readme readme, List<String> sentences) {
        long lines = readme.incident().lines().filter(line -> !line.isBlank()).count();
        if (lines < SHORTEST_INCIDENT || lines > LONGEST_INCIDENT) {
            sentences.add("The incident in README.adoc has " + lines + " lines; tell it in " + SHORTEST_INCIDENT
                    + " to " + LONGEST_INCIDENT + ".");
        }
    }

    private static void tooWide(Exercise exercise, List<String> sentences) throws IOException {
        List<String> lines = Files.readAllLines(exercise.folder().resolve("README.adoc"));
        for (int i = 0; i < lines.size(); i++) {
            int width = lines.get(i).codePointCount(0, lines.get(i).length());
            if (width > COLUMNS) {
                sentences.add(
                        "README.adoc:" + (i + 1) + " is " + width + " columns wide; break it at " + COLUMNS + ".");
            }
        }
    }
}
