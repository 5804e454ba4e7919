package dojo.workbench.golf;

import dojo.lab.bill.Bill;
import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The learner's own answers that passed, one for each bill and way of asking: {@code .dojo/passes/ID/N/}.
 *
 * <p>A second answer with the same bill and the same requests is the first one in other words, and is not kept. Nothing is
 * said if the disk refuses: a pass is none the worse.
 */
public final class KeptAnswers {
    private static final String BILL = "bill.txt";

    private final Path passes;

    private KeptAnswers(Path passes) {
        this.passes = passes;
    }

    public static KeptAnswers in(Path root) {
        return new KeptAnswers(root.resolve(".dojo/passes"));
    }

    /**
     * One of them.
     *
     * @param number the first is 1
     * @param operations what its priced check sent, in order
     */
    public record Kept(int number, Bill bill, List<String> operations) {
        public Kept {
            operations = List.copyOf(operations);
        }

        private boolean isLike(Bill other, List<String> sent) {
            return bill.equals(other) && operations.equals(sent);
        }
    }

    /** Keeps the learner's files if the verdict passes, has a price, and no answer like it is kept. */
    public void keep(Exercise exercise, Verdict verdict) {
        Optional<CheckResult> billed = verdict.graded().billed().filter(priced -> verdict.passed());
        if (billed.isEmpty() || exercise.learnerFiles().isEmpty()) {
            return;
        }
        List<String> sent = operations(billed.get());
        Bill bill = billed.get().bill();
        List<Kept> before = of(exercise);
        if (before.stream().anyMatch(one -> one.isLike(bill, sent))) {
            return;
        }
        int number = before.stream().mapToInt(Kept::number).max().orElse(0) + 1;
        try {
            write(passes.resolve(exercise.id()).resolve(Integer.toString(number)), exercise, bill, sent);
        } catch (IOException notThatImportant) {
            // The bill of the best is in the progress file all the same.
        }
    }

    private static void write(Path folder, Exercise exercise, Bill bill, List<String> sent) throws IOException {
        Files.createDirectories(folder);
        for (Path file : exercise.learnerFiles()) {
            Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
        }
        // Last: a folder without it is no answer.
        Files.writeString(
                folder.resolve(BILL),
                bill.requests() + " " + bill.readUnits() + " " + bill.writeUnits() + "\n" + String.join(" ", sent)
                        + "\n");
    }

    /** What is kept of an exercise, oldest first. */
    public List<Kept> of(Exercise exercise) {
        List<Kept> kept = new ArrayList<>();
        for (int number = 1; ; number++) {
            Path folder = passes.resolve(exercise.id()).resolve(Integer.toString(number));
            if (!Files.isDirectory(folder)) {
                return List.copyOf(kept);
            }
            read(folder, number).ifPresent(kept::add);
        }
    }

    private static Optional<Kept> read(Path folder, int number) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(BILL));
            String[] bill = lines.get(0).split(" ", -1);
            return Optional.of(new Kept(
                    number,
                    new Bill(Integer.parseInt(bill[0]), Double.parseDouble(bill[1]), Double.parseDouble(bill[2])),
                    List.of(lines.get(1).split(" ", -1))));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** The operations of the requests that a check made, in order. */
    static List<String> operations(CheckResult check) {
        return check.requests().stream()
                .map(request -> request.split(" ", 2)[0])
                .toList();
    }
}
