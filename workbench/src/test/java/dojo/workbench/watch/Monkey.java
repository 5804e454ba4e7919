package dojo.workbench.watch;

import dojo.workbench.check.Checker;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.worker.WorkerMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Presses keys, saves, resizes, kills workers and leaves and comes back, as a seed has it; remembers what it did. */
final class Monkey {
    /** All but those that leave: the view, for the shell or for good. */
    private static final String KEYS = "nkrhtvsdlcamxyynxj ?Z\u001b";

    private static final List<String> NOISE =
            List.of(".Words.java.swp", "Words.java~", "4913", "#Words.java#", ".#Words");

    private final Random random;
    private final Stage stage;
    private final Map<Path, String> saved = new HashMap<>();
    private final List<String> done = new ArrayList<>();

    Monkey(long seed, Path root, Checker checker) throws IOException {
        random = new Random(seed);
        stage = new Stage(root, checker, 40 + random.nextInt(161), 8 + random.nextInt(53));
    }

    /** What it did, for whoever has to find out why the view is wrong. */
    List<String> done() {
        return done;
    }

    Stage stage() {
        return stage;
    }

    /** The text that it saved last, by file. */
    Map<Path, String> saved() {
        return saved;
    }

    void play() throws Exception {
        stage.open();
        for (int left = 6 + random.nextInt(12); left > 0; left--) {
            act();
        }
        stage.settle(40 + random.nextInt(161), 8 + random.nextInt(53));
    }

    private void act() throws Exception {
        int what = random.nextInt(100);
        if (what < 50) {
            String keys = Character.toString(KEYS.charAt(random.nextInt(KEYS.length())));
            done.add("key " + keys);
            stage.type(keys);
        } else if (what < 78) {
            save();
        } else if (what < 84) {
            String name = NOISE.get(random.nextInt(NOISE.size()));
            done.add("noise " + name);
            Files.writeString(stage.exercise().learnerFolders().get(0).resolve(name), "x".repeat(random.nextInt(9)));
        } else if (what < 92) {
            int columns = 40 + random.nextInt(161);
            int rows = 8 + random.nextInt(53);
            done.add("resize " + columns + "x" + rows);
            stage.resize(columns, rows);
        } else if (what < 96) {
            done.add("kill a worker");
            killWorker();
        } else {
            done.add("leave and come back");
            stage.leave();
            stage.open();
        }
    }

    private void save() throws IOException {
        Exercise exercise = stage.exercise();
        if (!exercise.learnerFiles().isEmpty()) {
            save(exercise, Text.values()[random.nextInt(Text.values().length)]);
        }
    }

    /** Saves a text that is new each time, as editors do: in place, or by a rename. */
    void save(Exercise exercise, Text kind) throws IOException {
        Path file = exercise.learnerFiles().get(0);
        String text = kind.of(exercise) + "// edit " + done.size() + "\n";
        done.add("save " + kind + " of " + exercise.id());
        saved.put(file, text);
        if (random.nextBoolean()) {
            Files.writeString(file, text);
        } else {
            Path other = file.resolveSibling("." + file.getFileName() + ".new");
            Files.writeString(other, text);
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void killWorker() {
        List<ProcessHandle> workers = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(WorkerMain.class.getName()))
                        .isPresent())
                .toList();
        if (!workers.isEmpty()) {
            workers.get(random.nextInt(workers.size())).destroyForcibly();
        }
    }

    /** What a learner may have in a file, and the verdict on it. */
    enum Text {
        ANSWER("passes"),
        STARTER("fails"),
        HALF("does_not_compile");

        final String verdict;

        Text(String verdict) {
            this.verdict = verdict;
        }

        String of(Exercise exercise) throws IOException {
            Path file = exercise.learnerFiles().get(0);
            String starter = Files.readString(exercise.starterOf(file));
            return switch (this) {
                case ANSWER -> Files.readString(exercise.answerFolder().resolve(file.getFileName()));
                case STARTER -> starter;
                case HALF -> starter.substring(0, starter.length() - 3);
            };
        }
    }
}
