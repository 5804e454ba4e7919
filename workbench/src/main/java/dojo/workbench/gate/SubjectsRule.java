package dojo.workbench.gate;

import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Implementation;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Kind;
import dojo.workbench.exercise.Subject;
import dojo.workbench.exercise.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a learner's test has to judge is worth judging: enough of it, interchangeable with the given files, no two
 * alike; and the starter is too weak, not too strict.
 */
final class SubjectsRule implements Rule {
    /** With the given files, eight. */
    private static final int FEWEST = 7;

    private static final int FEWEST_RIGHT = 2;

    @Override
    public String name() {
        return "subjects";
    }

    @Override
    public List<String> inspect(Exercise exercise, Trials trials) throws IOException {
        if (exercise.kind() != Kind.CATCH) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        List<Subject> subjects = exercise.subjects();
        long right = subjects.stream().filter(Subject::right).count();
        if (subjects.size() < FEWEST || right < FEWEST_RIGHT) {
            sentences.add("It has " + subjects.size() + " subjects, " + right + " of them right; keep at least "
                    + FEWEST + ", " + FEWEST_RIGHT + " of them right in another way than the given files.");
        }
        for (Subject subject : subjects) {
            interchangeable(exercise, subject, sentences);
        }
        tooStrict(exercise, trials, sentences);
        alike(exercise, trials, sentences);
        return sentences;
    }

    /** The test is compiled against the given files and run with the subject's. */
    private static void interchangeable(Exercise exercise, Subject subject, List<String> sentences) throws IOException {
        try (Stream<Path> files = Files.list(subject.folder())) {
            for (Path file : files.sorted().toList()) {
                Path given = exercise.folder().resolve(file.getFileName());
                if (!exercise.givenFiles().contains(given)) {
                    sentences.add(subject.name() + " has " + file.getFileName() + ", which takes the place of no given"
                            + " file; put helpers inside the class that needs them.");
                } else if (!Signatures.of(given).equals(Signatures.of(file))) {
                    sentences.add(subject.name() + " and the given " + file.getFileName()
                            + " differ in their signatures; a test that fits the one must fit the other.");
                }
            }
        }
    }

    private static void tooStrict(Exercise exercise, Trials trials, List<String> sentences) {
        List<String> refused = trials.of(exercise, exercise.starterFolder()).graded().checks().stream()
                .filter(check -> !check.passed() && !check.name().startsWith("refuses_"))
                .map(CheckResult::name)
                .toList();
        if (!refused.isEmpty()) {
            sentences.add("The starter fails in " + refused + "; it must accept whatever is right, and only miss wrong"
                    + " ones.");
        }
    }

    /** Two subjects that no test we have tells apart, and that ask for the same, are one. */
    private static void alike(Exercise exercise, Trials trials, List<String> sentences) throws IOException {
        List<Path> tests = new ArrayList<>(List.of(exercise.answerFolder(), exercise.starterFolder()));
        Variant.wrong(trials.root(), exercise).forEach(variant -> tests.add(variant.folder()));
        List<Verdict> verdicts =
                tests.stream().map(test -> trials.of(exercise, test)).toList();
        Map<String, String> seen = new HashMap<>();
        for (Subject subject : exercise.subjects()) {
            String check = Implementation.of(exercise, subject).check();
            String twin = seen.putIfAbsent(behaviour(subject, check, verdicts), subject.name());
            if (twin != null) {
                sentences.add(twin + " and " + subject.name() + " behave alike under every test there is; one of them"
                        + " teaches nothing.");
            }
        }
    }

    private static String behaviour(Subject subject, String check, List<Verdict> verdicts) {
        StringBuilder behaviour = new StringBuilder();
        for (Verdict verdict : verdicts) {
            verdict.graded().checks().stream()
                    .filter(result -> result.name().equals(check))
                    .forEach(result -> behaviour
                            .append(result.where())
                            // What is right always answers alike; it differs in how.
                            .append(subject.right() ? Footprint.of(result) : result.passed() + " " + result.actual())
                            .append('\n'));
        }
        return behaviour.toString();
    }
}
