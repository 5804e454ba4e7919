package dojo.workbench.gate;

import dojo.workbench.check.MutantFate;
import dojo.workbench.check.MutantFate.Ending;
import dojo.workbench.mutant.Mutant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the checks of one exercise made of the mutants of its answer.
 *
 * @param trouble why there could be none; empty when there could
 * @param reasons why survivors may live, by their names
 */
public record Mutated(
        String exercise, List<MutantFate> fates, Survivors reasons, Optional<String> trouble, long millis) {

    /** What must be rejected, in per cent of what counts. */
    static final int LEAST = 80;

    /** A mutant that no check rejects. */
    public record Survivor(String name, boolean sameAnswers, Optional<Survivors.Reason> reason) {

        /** Whether the reason says that there is nothing to notice. */
        boolean changesNothing() {
            return reason.isPresent() && reason.get().equivalent();
        }

        /** The name, and what there is to say for it. */
        @Override
        public String toString() {
            return name + " | "
                    + reason.map(Survivors.Reason::toString)
                            .orElse(sameAnswers ? "no request is answered otherwise" : "no check minds the answers");
        }
    }

    /** How many mutants count: those that a reason calls equivalent do not. */
    public long made() {
        return fates.stream().filter(MutantFate::counts).count()
                - survivors().stream().filter(Survivor::changesNothing).count();
    }

    /** How many of them a check rejects. */
    public long rejected() {
        return fates.stream().filter(fate -> fate.ending() == Ending.REJECTED).count();
    }

    /** Those that no check rejects, equivalent ones included. */
    public List<Survivor> survivors() {
        List<Survivor> survivors = new ArrayList<>();
        names().forEach((name, fate) -> {
            if (fate.ending() == Ending.SURVIVED) {
                survivors.add(new Survivor(name, fate.sameAnswers(), reasons.of(name)));
            }
        });
        return survivors;
    }

    /** What does not hold, as sentences. */
    public List<String> findings() {
        if (trouble.isPresent()) {
            return List.of(trouble.get());
        }
        List<String> sentences = new ArrayList<>(reasons.mistakes());
        if (rejected() * 100 < made() * LEAST) {
            sentences.add("Its checks reject " + rejected() + " of " + made() + " mutants of the answer; " + LEAST
                    + " % is the least. Strengthen the hidden checks.");
        }
        List<Survivor> survivors = survivors();
        String file = Survivors.FOLDER + "/" + exercise + ".txt";
        survivors.stream()
                .filter(survivor -> survivor.reason().isEmpty())
                .forEach(survivor -> sentences.add("No check rejects \"" + survivor.name()
                        + "\". Strengthen a hidden check, or say why not in " + file + "."));
        Stream<String> justified = reasons.names().stream();
        justified
                .filter(name ->
                        survivors.stream().noneMatch(survivor -> survivor.name().equals(name)))
                .forEach(name -> sentences.add(
                        "\"" + name + "\" does not survive, and " + file + " says why it may; remove that line."));
        return sentences;
    }

    /** Several requests of one method have numbers, from the second on. */
    private Map<String, MutantFate> names() {
        Map<String, MutantFate> names = new LinkedHashMap<>();
        Map<String, List<String>> shapes = new LinkedHashMap<>();
        for (MutantFate fate : fates) {
            Mutant mutant = fate.mutant();
            String request = mutant.site() + " " + mutant.operation();
            List<String> known = shapes.computeIfAbsent(request, first -> new ArrayList<>());
            if (!known.contains(mutant.shape())) {
                known.add(mutant.shape());
            }
            int number = known.indexOf(mutant.shape()) + 1;
            names.put(request + (number == 1 ? "" : " " + number) + ": " + mutant.change(), fate);
        }
        return names;
    }
}
