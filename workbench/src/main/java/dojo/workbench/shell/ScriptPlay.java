package dojo.workbench.shell;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.Slash.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a script step by step until one fails, and says where. */
final class ScriptPlay {
    private final String name;
    private final Sitting sitting;

    private ScriptPlay(String name, Sitting sitting) {
        this.name = name;
        this.sitting = sitting;
    }

    /** True if every step succeeded. */
    static boolean of(String name, List<String> lines, Sitting sitting) throws IOException {
        return new ScriptPlay(name, sitting).play(Script.parse(lines, sitting.session()::isComplete));
    }

    private boolean play(Script script) throws IOException {
        for (Script.Step step : script.steps()) {
            String place = name + ":" + step.line();
            if (!step.finished()) {
                sitting.fail(place + ": the snippet that starts here has no end; a bracket or a quote is still open.");
                return false;
            }
            sitting.show(echo(step));
            Result result = step.isCommand() ? Commands.run(sitting, step.text()) : snippet(step.text());
            if (result == Result.EXIT) {
                return true;
            } else if (result == Result.FAILED) {
                sitting.fail("Stopped at " + place + ".");
                return false;
            }
        }
        return true;
    }

    private Result snippet(String source) throws IOException {
        Session session = sitting.session();
        if (sitting.limit().isZero()) {
            return session.run(source) ? Result.DONE : Result.FAILED;
        }
        var done = new CountDownLatch(1);
        var late = new AtomicBoolean();
        daemon(() -> {
            if (!ends(done, sitting.limit())) {
                late.set(true);
                session.interrupt();
            }
        });
        boolean ok;
        try {
            ok = session.run(source);
        } finally {
            done.countDown();
        }
        return late.get() ? sitting.fail(tooLate()) : ok ? Result.DONE : Result.FAILED;
    }

    private String tooLate() {
        return "The snippet did not end within " + sitting.limit().toSeconds()
                + " s; dojo shell --limit SECONDS gives it longer.";
    }

    private static boolean ends(CountDownLatch done, Duration limit) {
        try {
            return done.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "dojo-limit");
        thread.setDaemon(true);
        thread.start();
    }

    private static List<Line> echo(Script.Step step) {
        return step.text()
                .lines()
                .map(line -> Line.of(Tone.QUIET, "> ").and(Tone.CODE, line))
                .toList();
    }
}
