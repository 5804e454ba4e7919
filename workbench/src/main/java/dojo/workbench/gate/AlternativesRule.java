package dojo.workbench.gate;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Variant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Another right idea is accepted: checks judge behaviour and bill, never likeness to the answer. */
final class AlternativesRule implements Rule {

    @Override
    public String name() {
        return "alternatives";
    }

    @Override
    public List<String> inspect(Exercise exercise, Trials trials) throws IOException {
        List<Variant> alternatives = Variant.alsoRight(trials.root(), exercise);
        List<String> sentences = new ArrayList<>();
        if (alternatives.isEmpty()) {
            sentences.add("It accepts no alternative; keep at least one that stands on another idea.");
        }
        for (Variant alternative : alternatives) {
            if (alternative.says("Idea").isEmpty()) {
                sentences.add(alternative.name() + " does not say \"// Idea: …\" on top of its file.");
            }
            sentences.addAll(AnswerRule.passes(alternative.name(), exercise, alternative.folder(), trials));
        }
        return sentences;
    }
}
