package dojo.workbench.watch;

import dojo.workbench.check.CannotCheck;
import dojo.workbench.check.Checker;
import dojo.workbench.check.Pointer;
import dojo.workbench.check.Submission;
import dojo.workbench.check.Verdict;
import dojo.workbench.editor.LastLook;
import dojo.workbench.editor.Opener;
import dojo.workbench.editor.Spot;
import dojo.workbench.exercise.Attempts;
import dojo.workbench.exercise.Difference;
import dojo.workbench.exercise.DiskWords;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Places;
import dojo.workbench.exercise.ProgressFile;
import dojo.workbench.exercise.Reading;
import dojo.workbench.exercise.SourceText;
import dojo.workbench.golf.KeptAnswers;
import dojo.workbench.golf.RightAnswer;
import dojo.workbench.hint.LastRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Does what the watch view wants done, and tells it what came of it. */
final class Chores implements AutoCloseable {
    private static final long SEED = 1;

    private final Path root;
    private final Checker checker;
    private final ProgressFile file;
    private final Pace pace;
    private final Consumer<Event> events;
    private final ExecutorService checks = Executors.newSingleThreadExecutor(Chores::daemon);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Chores::daemon);
    private @Nullable FolderWatch folders;
    private @Nullable Future<?> quiet;
    private @Nullable Future<?> second;
    private @Nullable Future<?> patience;

    Chores(Path root, Checker checker, ProgressFile file, Pace pace, Consumer<Event> events) {
        this.root = root;
        this.checker = checker;
        this.file = file;
        this.pace = pace;
        this.events = events;
    }

    /** Finds out, beside everything else, whether there is something to tell. */
    Chores telling(Supplier<Optional<String>> news) {
        timer.execute(() -> news.get().ifPresent(sentence -> events.accept(new Event.Told(sentence))));
        return this;
    }

    void perform(Effect effect) {
        if (effect instanceof Effect.Wait wait) {
            cancel(quiet);
            quiet = later(new Event.Quiet(wait.ticket()), pace.quiet().toMillis());
        } else if (effect instanceof Effect.Check check) {
            checks.execute(() -> events.accept(check(check.exercise())));
        } else if (effect instanceof Effect.Compare compare) {
            checks.execute(() -> events.accept(compared(compare.exercise())));
        } else if (effect instanceof Effect.CheckAll all) {
            checks.execute(() -> checkAll(all.exercises()));
        } else if (effect instanceof Effect.Save save) {
            events.accept(new Event.Saved(file.update(save::apply)));
        } else if (effect instanceof Effect.Follow follow) {
            follow(follow.exercise());
        } else if (effect instanceof Effect.Count count) {
            cancel(second);
            second = later(new Event.Second(count.left() - 1), pace.second().toMillis());
        } else if (effect instanceof Effect.Reset reset) {
            events.accept(reset(reset.exercise()));
        } else {
            fetch(effect);
        }
    }

    /** Another window, or the shell, may have changed it. */
    void readProgress() {
        events.accept(new Event.Saved(file.read()));
    }

    private void fetch(Effect effect) {
        if (effect instanceof Effect.ReadAnswer read) {
            events.accept(answer(read.exercise()));
        } else if (effect instanceof Effect.ReadUp read) {
            events.accept(new Event.Read(read.exercise().id(), aftermath(read.exercise())));
        } else if (effect instanceof Effect.Remember remember) {
            remember(remember.settings());
        } else if (effect instanceof Effect.ToldFirst told) {
            LastRun.of(told.exercise(), root).told(told.entry());
        } else if (effect instanceof Effect.Open open) {
            timer.execute(() -> events.accept(new Event.Told(open(open))));
        }
    }

    private String open(Effect.Open open) {
        Spot spot = Spot.in(open.exercise().filesToOpen(), root, open.where());
        return Opener.ofThisProcess()
                .open(spot, Optional.empty())
                .map(Opener.Answer::sentence)
                .orElse(
                        "No editor is known here: set DOJO_EDITOR, VISUAL or EDITOR, or run dojo in your editor's terminal.");
    }

    private Future<?> later(Event event, long millis) {
        return timer.schedule(() -> events.accept(event), millis, TimeUnit.MILLISECONDS);
    }

    private static void cancel(@Nullable Future<?> pending) {
        if (pending != null) {
            pending.cancel(false);
        }
    }

    private Event check(Exercise exercise) {
        try {
            Verdict verdict = checker.check(exercise, Submission.learner(), SEED);
            LastLook.at(root, exercise.id()).remember(Pointer.of(verdict));
            LastRun.of(exercise, root).remember(verdict);
            KeptAnswers.in(root).keep(exercise, verdict);
            return new Event.Checked(verdict);
        } catch (CannotCheck e) {
            return new Event.NotChecked(exercise.id(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // A defect of ours, or the end of the view in the middle of a check; neither is worth losing the view.
            return new Event.NotChecked(exercise.id(), "The check broke off (" + e + "); r runs it again.");
        }
    }

    private Event compared(Exercise exercise) {
        try {
            return new Event.Compared(exercise.id(), RightAnswer.all(exercise, root, checker));
        } catch (IOException | RuntimeException e) {
            return new Event.Told("The other answers cannot be compared: " + e.getMessage() + ".");
        }
    }

    private void checkAll(List<Exercise> exercises) {
        List<Verdict> verdicts = new ArrayList<>();
        int done = 0;
        for (Exercise exercise : exercises) {
            Event event = checkTwiceIfLate(exercise);
            if (event instanceof Event.Checked checked) {
                verdicts.add(checked.verdict());
            } else if (event instanceof Event.NotChecked not) {
                events.accept(new Event.Told(exercise.id() + ": " + not.sentence()));
            }
            done++;
            events.accept(new Event.Swept(done));
        }
        events.accept(new Event.AllChecked(verdicts));
    }

    /** What was passed is not lost because the machine was busy for a moment. */
    private Event checkTwiceIfLate(Exercise exercise) {
        Event event = check(exercise);
        boolean late = event instanceof Event.Checked checked && checked.verdict() instanceof Verdict.TimedOut;
        return late ? check(exercise) : event;
    }

    private void follow(Exercise exercise) {
        if (folders != null) {
            folders.close();
        }
        List<Path> watched = new ArrayList<>(exercise.learnerFolders());
        watched.add(root.resolve(".dojo/answers"));
        folders = FolderWatch.start(watched, () -> events.accept(new Event.Touched()));
        cancel(patience);
        patience = later(new Event.LongEnough(exercise.id()), pace.patience().toMillis());
    }

    private Event reset(Exercise exercise) {
        try {
            Optional<Path> kept = Attempts.in(root).reset(exercise);
            LastRun.of(exercise, root).forget();
            String where = kept.map(
                            folder -> "Back to the starter. Your attempt is in " + root.relativize(folder) + ".")
                    .orElse("Nothing to reset: this is the starter.");
            return new Event.Restored(exercise, where);
        } catch (IOException e) {
            return new Event.Told("Not reset: " + DiskWords.of(e) + ". What you wrote is where it was, or in "
                    + root.resolve(".dojo/archive") + ".");
        }
    }

    private Event answer(Exercise exercise) {
        try (Stream<Path> files = Files.list(exercise.answerFolder())) {
            List<String> text = new ArrayList<>();
            for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
                text.addAll(SourceText.lines(path));
            }
            return new Event.Answered(text);
        } catch (IOException e) {
            return new Event.Told("Cannot read the answer in " + exercise.answerFolder() + ": " + e.getMessage() + ".");
        }
    }

    private Aftermath aftermath(Exercise exercise) {
        List<Reading> readOn = Reading.about(exercise, Places.of(root).content());
        try {
            return new Aftermath(Difference.toAnswer(exercise), readOn);
        } catch (IOException e) {
            return new Aftermath(Difference.NONE, readOn); // A pass is not spoilt by an answer that cannot be read.
        }
    }

    private void remember(Settings settings) {
        try {
            SettingsFile.in(root).write(settings);
        } catch (IOException e) {
            events.accept(new Event.Told("Set for this run only: .dojo/settings.txt cannot be written ("
                    + DiskWords.of(e) + "); check the rights of .dojo."));
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "dojo-watch-work");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        checks.shutdownNow();
        if (folders != null) {
            folders.close();
        }
    }
}
