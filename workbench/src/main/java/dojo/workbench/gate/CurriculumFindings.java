package dojo.workbench.gate;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Curriculum;
import dojo.workbench.exercise.Exercise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The curriculum and the folders name the same exercises in the same places, or one could vanish unnoticed. */
final class CurriculumFindings {
    private static final String FILE = "exercises/curriculum.txt";

    private CurriculumFindings() {}

    static List<Finding> in(Catalogue catalogue) {
        List<Finding> findings = new ArrayList<>();
        for (Curriculum.Entry entry : catalogue.curriculum().entries()) {
            Optional<Exercise> built = catalogue.all().stream()
                    .filter(exercise -> exercise.id().equals(entry.id()))
                    .findFirst();
            built.ifPresentOrElse(
                    exercise -> misplaced(entry, exercise).forEach(sentence -> findings.add(finding(entry, sentence))),
                    () -> missing(entry, catalogue).ifPresent(sentence -> findings.add(finding(entry, sentence))));
        }
        for (Exercise exercise : catalogue.all()) {
            if (catalogue.curriculum().find(exercise.id()).isEmpty()) {
                findings.add(new Finding(
                        exercise.id(),
                        "curriculum",
                        FILE + " does not name it; write a line \"" + exercise.id() + "\" below \"= "
                                + chapter(exercise) + "\", where it is learned."));
            }
        }
        return findings;
    }

    private static List<String> misplaced(Curriculum.Entry entry, Exercise exercise) {
        List<String> sentences = new ArrayList<>();
        if (entry.announced()) {
            sentences.add(FILE + " still says \"" + entry.announcedLine() + "\", and it is built; make the line \""
                    + entry.builtLine() + "\".");
        }
        String expected = entry.chapter() + "/e" + entry.place() + "_" + entry.id();
        String found = chapter(exercise) + "/e" + exercise.number() + "_" + exercise.id();
        if (!entry.chapter().isEmpty() && !expected.equals(found)) {
            sentences.add("By its place in " + FILE + " its folder is " + expected + ", and it is " + found
                    + "; move the line or the folder.");
        }
        return sentences;
    }

    private static Optional<String> missing(Curriculum.Entry entry, Catalogue catalogue) {
        boolean unreadable =
                catalogue.problems().stream().anyMatch(problem -> problem.id().equals(entry.id()));
        return entry.announced() || unreadable
                ? Optional.empty()
                : Optional.of(FILE + " names it, and there is no such exercise; build it, or make the line \""
                        + entry.announcedLine() + "\".");
    }

    private static String chapter(Exercise exercise) {
        String[] folders = exercise.packagePath().split("/", -1);
        return folders.length < 2 ? "" : folders[folders.length - 2];
    }

    private static Finding finding(Curriculum.Entry entry, String sentence) {
        return new Finding(entry.id(), "curriculum", sentence);
    }
}
