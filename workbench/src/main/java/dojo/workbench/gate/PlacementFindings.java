package dojo.workbench.gate;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.placement.Question;
import dojo.workbench.placement.Questions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The placement has ten questions or none, and each names an exercise that exists and a page that backs it. */
final class PlacementFindings {
    private static final int QUESTIONS = 10;

    private PlacementFindings() {}

    static List<Finding> in(Path root, Catalogue catalogue) {
        Questions questions = Questions.read(root);
        List<Finding> findings = new ArrayList<>();
        questions.problems().forEach(problem -> findings.add(finding(problem)));
        if (!questions.all().isEmpty() && questions.all().size() != QUESTIONS) {
            findings.add(
                    finding("There are " + questions.all().size() + " questions; a placement has " + QUESTIONS + "."));
        }
        for (Question question : questions.all()) {
            if (catalogue.find(question.exercise()).isEmpty()) {
                findings.add(finding("The question " + question.name() + " names " + question.exercise()
                        + ", and there is no such exercise; write its present name."));
            }
            if (!question.source().startsWith("https://")) {
                findings.add(finding("The question " + question.name() + " has the source \"" + question.source()
                        + "\"; the address of a page belongs there."));
            }
        }
        return findings;
    }

    private static Finding finding(String sentence) {
        return new Finding("placement.txt", "placement", sentence);
    }
}
