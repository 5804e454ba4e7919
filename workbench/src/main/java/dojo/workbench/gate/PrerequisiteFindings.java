package dojo.workbench.gate;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Curriculum;
import dojo.workbench.exercise.Exercise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an exercise builds on comes before it in the curriculum. So nothing builds on itself, however long the way round
 * would be.
 */
final class PrerequisiteFindings {

    private PrerequisiteFindings() {}

    static List<Finding> in(Catalogue catalogue) {
        List<String> order = catalogue.curriculum().ids();
        List<Finding> findings = new ArrayList<>();
        for (Exercise exercise : catalogue.all()) {
            if (exercise.readme().after().isEmpty() && order.indexOf(exercise.id()) > 0) {
                findings.add(finding(
                        exercise, "README.adoc has no \":after:\" line; name the exercises that it builds on."));
            }
            for (String earlier : exercise.readme().after()) {
                problem(exercise, earlier, catalogue).ifPresent(sentence -> findings.add(finding(exercise, sentence)));
            }
        }
        return findings;
    }

    private static Optional<String> problem(Exercise exercise, String earlier, Catalogue catalogue) {
        String says = "README.adoc says \":after: … " + earlier + "\", and ";
        Optional<Curriculum.Entry> entry = catalogue.curriculum().find(earlier);
        List<String> order = catalogue.curriculum().ids();
        if (entry.isEmpty()) {
            return Optional.of(says + "exercises/curriculum.txt has no such id; write its present name.");
        }
        if (order.contains(exercise.id()) && order.indexOf(earlier) >= order.indexOf(exercise.id())) {
            return Optional.of(
                    says + "that does not come before it in exercises/curriculum.txt; what is built on comes first.");
        }
        boolean partTwo = catalogue
                .curriculum()
                .find(exercise.id())
                .map(Curriculum.Entry::partTwo)
                .orElse(true);
        return entry.get().partTwo() && !partTwo
                ? Optional.of(says + "that belongs to part two; part one stands without it.")
                : Optional.empty();
    }

    private static Finding finding(Exercise exercise, String sentence) {
        return new Finding(exercise.id(), "prerequisites", sentence);
    }
}
