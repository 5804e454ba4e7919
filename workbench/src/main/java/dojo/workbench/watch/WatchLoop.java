package dojo.workbench.watch;

import dojo.workbench.check.CannotCheck;
import dojo.workbench.check.Checker;
import dojo.workbench.check.Submission;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Attempts;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.ProgressFile;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jspecify.annotations.Nullable;

/** The thin loop around {@link WatchModel}: one queue of events, one thread that draws. */
final class WatchLoop {
    private static final long QUIET_MILLIS = 50;
    private static final long SEED = 1;

    private final Path root;
    private final Terminal terminal;
    private final Screen screen;
    private final Checker checker;
    private final ProgressFile file;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final ExecutorService checks = Executors.newSingleThreadExecutor(WatchLoop::daemon);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(WatchLoop::daemon);
    private WatchModel model;
    private @Nullable FolderWatch folders;
    private @Nullable KeyReader keys;
    private @Nullable Future<?> quiet;

    WatchLoop(Path root, Terminal terminal, Screen screen, Checker checker, ProgressFile file, WatchModel model) {
        this.root = root;
        this.terminal = terminal;
        this.screen = screen;
        this.checker = checker;
        this.file = file;
        this.model = model;
    }

    /** Runs until the learner leaves. */
    void run() throws InterruptedException {
        terminal.handle(Signal.WINCH, signal -> events.add(new Event.Resized()));
        terminal.handle(Signal.INT, signal -> events.add(new Event.Closed()));
        // After Ctrl-Z and fg the terminal is as the other program left it.
        terminal.handle(Signal.CONT, signal -> events.add(new Event.Resized()));
        try (KeyReader reader = KeyReader.start(terminal, events::add)) {
            keys = reader;
            events.add(new Event.Opened());
            boolean open = true;
            while (open) {
                open = step(events.take());
            }
        } finally {
            timer.shutdownNow();
            checks.shutdownNow();
            if (folders != null) {
                folders.close();
            }
        }
    }

    private boolean step(Event event) throws InterruptedException {
        WatchModel.Step step = model.on(event);
        model = step.model();
        boolean open = true;
        for (Effect effect : step.effects()) {
            open &= perform(effect);
        }
        return open;
    }

    private boolean perform(Effect effect) throws InterruptedException {
        if (effect instanceof Effect.Quit) {
            return false;
        } else if (effect instanceof Effect.Draw) {
            draw();
        } else if (effect instanceof Effect.Wait wait) {
            waitForQuiet(wait.ticket());
        } else if (effect instanceof Effect.Check check) {
            checks.execute(() -> events.add(check(check.exercise())));
        } else if (effect instanceof Effect.CheckAll) {
            List<Exercise> all = model.catalogue().all();
            checks.execute(() -> checkAll(all));
        } else if (effect instanceof Effect.Save save) {
            events.add(new Event.Read(file.update(save::apply)));
        } else if (effect instanceof Effect.Follow follow) {
            follow(follow.exercise());
        } else {
            performRarely(effect);
        }
        return true;
    }

    private void performRarely(Effect effect) throws InterruptedException {
        if (effect instanceof Effect.Reset reset) {
            events.add(reset(reset.exercise()));
        } else if (effect instanceof Effect.ReadAnswer read) {
            events.add(answer(read.exercise()));
        } else if (effect instanceof Effect.OpenShell shell) {
            openShell(shell.exercise());
        }
    }

    private void waitForQuiet(int ticket) {
        if (quiet != null) {
            quiet.cancel(false);
        }
        quiet = timer.schedule(() -> events.add(new Event.Quiet(ticket)), QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void draw() {
        screen.clear();
        screen.print(WatchView.lines(model, root, screen.width()));
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            screen.print(Line.of(Tone.QUIET, "(press a key, then Enter)"));
        }
    }

    private Event check(Exercise exercise) {
        try {
            return new Event.Checked(checker.check(exercise, Submission.learner(), SEED));
        } catch (CannotCheck e) {
            return new Event.NotChecked(exercise.id(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // A defect of ours, or the end of the view in the middle of a check; neither is worth losing the view.
            return new Event.NotChecked(exercise.id(), "The check broke off (" + e + "); r runs it again.");
        }
    }

    private void checkAll(List<Exercise> exercises) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Exercise exercise : exercises) {
            Event event = check(exercise);
            if (event instanceof Event.Checked checked) {
                verdicts.add(checked.verdict());
            } else if (event instanceof Event.NotChecked not) {
                events.add(new Event.Told(exercise.id() + ": " + not.sentence()));
            }
        }
        events.add(new Event.AllChecked(verdicts));
    }

    private void follow(Exercise exercise) {
        if (folders != null) {
            folders.close();
        }
        try {
            List<Path> watched = new ArrayList<>(exercise.learnerFolders());
            watched.add(root.resolve(".dojo/answers"));
            folders = FolderWatch.start(watched, () -> events.add(new Event.Touched()));
        } catch (IOException e) {
            events.add(new Event.Told(
                    "Cannot watch " + exercise.folder() + " (" + e.getMessage() + "); press r after each save."));
        }
    }

    private Event reset(Exercise exercise) {
        try {
            Optional<Path> kept = Attempts.in(root).reset(exercise);
            String where = kept.map(
                            folder -> "Back to the starter. Your attempt is in " + root.relativize(folder) + ".")
                    .orElse("Nothing to reset: this is the starter.");
            return new Event.Restored(exercise, where);
        } catch (IOException e) {
            return new Event.Told(
                    "Nothing was changed: " + e.getMessage() + ". Check the rights of " + root.resolve(".dojo") + ".");
        }
    }

    private Event answer(Exercise exercise) {
        try (Stream<Path> files = Files.list(exercise.answerFolder())) {
            List<String> text = new ArrayList<>();
            for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
                text.addAll(Files.readAllLines(path));
            }
            return new Event.Answered(text);
        } catch (IOException e) {
            return new Event.Told("Cannot read the answer in " + exercise.answerFolder() + ": " + e.getMessage() + ".");
        }
    }

    private void openShell(Exercise exercise) throws InterruptedException {
        KeyReader reader = keys;
        if (reader == null) {
            return;
        }
        reader.pause();
        screen.clear();
        Shell.of(root).with(checker).prompt(terminal, screen, Optional.of(exercise));
        reader.resume();
        events.add(new Event.Read(file.read()));
        events.add(new Event.Back());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "dojo-watch-work");
        thread.setDaemon(true);
        return thread;
    }
}
