package dojo.lab.transparency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The lab through one of its doors, beside the oracle: both are asked the same, step by step. */
record Duel(String name, Door lab, Door oracle, Tally tally) {

    /** A failure that depends on time does not shrink; nobody wants to wait for that. */
    private static final int MOST_RUNS = 200;

    private static final AtomicInteger RUNS = new AtomicInteger();

    /** The first difference that is not listed. */
    record Failure(int step, Ask ask, Difference difference) {

        @Override
        public String toString() {
            return "step " + step + ": " + ask + "\n  differs in " + difference;
        }
    }

    /** Runs the steps on empty databases, and leaves them empty. */
    Optional<Failure> run(List<Step> steps) throws IOException {
        String run = "run-" + RUNS.incrementAndGet();
        Memory ours = new Memory(run);
        Memory theirs = new Memory(run);
        try {
            for (int i = 0; i < steps.size(); i++) {
                Ask ask = steps.get(i).on(ours);
                Ask same = steps.get(i).on(theirs);
                Answer answer = asked(ask);
                Answer expected = oracle.ask(same);
                ours.learn(ask, answer);
                theirs.learn(same, expected);
                tally.count(same, expected);
                for (Difference difference : Difference.between(answer, expected)) {
                    Optional<Listed> listed = listed(ask, difference);
                    if (listed.isEmpty()) {
                        return Optional.of(new Failure(i, ask, difference));
                    }
                    tally.count(listed.get());
                }
            }
            return Optional.empty();
        } finally {
            empty(lab);
            empty(oracle);
        }
    }

    /** An exception instead of an answer is an outcome that no oracle has. */
    private Answer asked(Ask ask) {
        try {
            return lab.ask(ask);
        } catch (IOException | RuntimeException broken) {
            return new Answer(0, Json.object("__type", "#" + broken));
        }
    }

    /** As few of the steps as still show a difference at the same kind of request. */
    List<Step> shrink(List<Step> steps, Failure failure) throws IOException {
        List<Step> left = new ArrayList<>(steps.subList(0, failure.step() + 1));
        int runs = 0;
        for (int chunk = left.size() / 2; chunk > 0; chunk /= 2) {
            for (int from = 0; from + chunk < left.size() && runs < MOST_RUNS; runs++) {
                List<Step> fewer = new ArrayList<>(left);
                fewer.subList(from, from + chunk).clear();
                Optional<Failure> still = run(fewer);
                if (still.isPresent()
                        && still.get()
                                .difference()
                                .path()
                                .equals(failure.difference().path())
                        && still.get().ask().operation().equals(failure.ask().operation())) {
                    left = new ArrayList<>(fewer.subList(0, still.get().step() + 1));
                } else {
                    from += chunk;
                }
            }
        }
        return left;
    }

    private static Optional<Listed> listed(Ask ask, Difference difference) {
        for (Listed listed : Listed.values()) {
            if (listed.explains(ask, difference)) {
                return Optional.of(listed);
            }
        }
        return Optional.empty();
    }

    private static void empty(Door door) throws IOException {
        for (Object table : Json.asList(
                door.ask(new Ask("ListTables", Json.object())).members().get("TableNames"))) {
            door.ask(new Ask("UpdateTable", Json.object("TableName", table, "DeletionProtectionEnabled", false)));
            door.ask(new Ask("DeleteTable", Json.object("TableName", table)));
        }
    }
}
