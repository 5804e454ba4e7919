package dojo.workbench.check;

import dojo.workbench.exercise.Exercise;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Words the verdict on one submission, and keeps its times. Used once; not thread-safe. */
final class Grading {
    private final Exercise exercise;
    private final long seed;
    private final Results results;
    private final long began;
    private long compiled;

    Grading(Exercise exercise, long seed) {
        this(exercise, seed, System.nanoTime());
    }

    private Grading(Exercise exercise, long seed, long began) {
        this.exercise = exercise;
        this.seed = seed;
        this.began = began;
        results = new Results(exercise);
    }

    /** Of the same class files under another seed, as if they had just been compiled for it. */
    Grading again(long other) {
        long now = System.nanoTime();
        Grading again = new Grading(exercise, other, now - (compiled - began));
        again.compiled = now;
        return again;
    }

    Exercise exercise() {
        return exercise;
    }

    long seed() {
        return seed;
    }

    Results results() {
        return results;
    }

    void compiled() {
        compiled = System.nanoTime();
    }

    Verdict nothingAnswered() {
        return open("Nothing was answered yet; open ./dojo shell, look around, and record what you find with /answer.");
    }

    /** Nothing ran, because something is still to be answered. */
    Verdict open(String sentence) {
        return new Verdict.NotStarted(graded(List.of()), Optional.empty(), sentence);
    }

    Verdict refused(Compilation.Refusal refusal) {
        return new Verdict.DoesNotCompile(
                graded(List.of()), refusal.problems(), refusal.signatureChanged(), refusal.message());
    }

    /** The verdict on a learner's test, which has been run against everything it has to judge. */
    Verdict tried(List<CheckResult> checks, Optional<CatchTrial.Stopped> stopped, boolean untouched, Duration limit) {
        Graded graded = graded(checks);
        Verdict verdict = stopped.map(stop -> verdict(stop.outcome(), graded, limit, against(stop)))
                .orElseGet(() -> decided(graded));
        return untouched && !verdict.passed() ? untouched(graded, verdict) : verdict;
    }

    private static String against(CatchTrial.Stopped stop) {
        Implementation one = stop.against();
        String named = one.hidden() ? "one that is not shown" : one.label();
        return " Your test was being run against a " + (one.right() ? "right" : "wrong") + " implementation: " + named
                + (one.what().isEmpty() ? "." : ". " + one.what());
    }

    /** The verdict on a run; an untouched starter that does not pass was not started, however it failed. */
    Verdict ended(Exchange.Outcome outcome, boolean untouched, Duration limit) {
        Graded graded = graded(results.of(outcome.checks()));
        Verdict verdict = verdict(outcome, graded, limit, "");
        return untouched && !verdict.passed() ? untouched(graded, verdict) : verdict;
    }

    private static Verdict untouched(Graded graded, Verdict verdict) {
        String how = verdict instanceof Verdict.Fails ? "" : " " + verdict.message();
        return new Verdict.NotStarted(graded, graded.firstFailure(), "The starter is as it was." + how);
    }

    private Verdict verdict(Exchange.Outcome outcome, Graded graded, Duration limit, String context) {
        if (outcome instanceof Exchange.Outcome.Late late) {
            return new Verdict.TimedOut(graded, limit, late.where(), late.output(), late(late, limit) + context);
        }
        if (outcome instanceof Exchange.Outcome.Died died) {
            String place =
                    died.where().map(where -> " It happened at " + where + ".").orElse("");
            return new Verdict.Crashed(graded, died.output(), died.reason() + place + during(died.running()) + context);
        }
        if (graded.checks().isEmpty()) {
            throw new CannotCheck("The exercise " + exercise.id() + " has no checks; its test folder holds no class"
                    + " whose name ends in Test.");
        }
        return decided(graded);
    }

    private static Verdict decided(Graded graded) {
        return graded.firstFailure()
                .<Verdict>map(first -> new Verdict.Fails(graded, first))
                .orElseGet(() -> new Verdict.Passes(graded));
    }

    private static String late(Exchange.Outcome.Late late, Duration limit) {
        String place = late.where().map(where -> ", last seen at " + where).orElse("");
        return "Still running after " + seconds(limit) + place
                + ". Either a loop does not end, or this machine is too busy:"
                + " if your code looks right, check it again, with more time if need be (./dojo check --limit "
                + Math.max(30, 3 * limit.toSeconds()) + ")." + during(late.running());
    }

    private static String during(String running) {
        return running.isEmpty() ? "" : " The check was: " + running.replace('_', ' ') + ".";
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    private Graded graded(List<CheckResult> checks) {
        long now = System.nanoTime();
        long compile = compiled == 0 ? 0 : compiled - began;
        long run = checks.isEmpty() || compiled == 0 ? 0 : now - compiled;
        Millis millis = new Millis(millis(compile), millis(run), millis(now - began));
        return new Graded(exercise.id(), checks, Results.bill(checks), exercise.par(), millis, seed);
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
