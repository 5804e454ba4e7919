package dojo.workbench.gate;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Nothing is remarked on our answers and the accepted alternatives: a remark that is wrong once is believed no more. */
final class RemarksRule implements Rule {

    @Override
    public String name() {
        return "remarks";
    }

    @Override
    public List<String> inspect(Exercise exercise, Trials trials) throws IOException {
        List<String> sentences = new ArrayList<>(remarks("The answer", exercise, exercise.answerFolder(), trials));
        for (Variant alternative : Variant.alsoRight(trials.root(), exercise)) {
            sentences.addAll(remarks(alternative.name(), exercise, alternative.folder(), trials));
        }
        return sentences;
    }

    private static List<String> remarks(String what, Exercise exercise, Path folder, Trials trials) {
        return trials.of(exercise, folder).graded().remarks().stream()
                .map(remark -> what + " is remarked upon: " + remark)
                .toList();
    }
}
