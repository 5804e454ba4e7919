package dojo.workbench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.check.Checker;
import dojo.workbench.check.CheckerOptions;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.Trees;
import dojo.workbench.watch.Monkey.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a monkey does, the screen shows what is so, progress is whole, and no edit is lost.
 *
 * <p>As many sequences as {@code -Ddojo.monkey.sequences} says; a failure names its seed, and {@code -Ddojo.monkey.seed=N
 * -Ddojo.monkey.sequences=1} plays that one again, as far as threads allow.
 */
class MonkeyTest {
    private static final int SEQUENCES = Integer.getInteger("dojo.monkey.sequences", 25);
    private static final long SEED = Long.getLong("dojo.monkey.seed", 1);

    private static final List<Text> TEXTS = List.of(Text.values());

    @TempDir
    Path folder;

    @Test
    void nothing_that_is_pressed_saved_resized_or_killed_leaves_the_view_wrong() throws Exception {
        try (Checker checker = Checker.open(CheckerOptions.of(folder))) {
            for (long seed = SEED; seed < SEED + SEQUENCES; seed++) {
                play(seed, checker);
            }
        }
    }

    private void play(long seed, Checker checker) throws Exception {
        Path root = Files.createDirectory(folder.resolve("m" + seed));
        Trees.copyFixtures(root);
        Monkey monkey = new Monkey(seed, root, checker);
        try (Stage stage = monkey.stage()) {
            monkey.play();
            lookAround(monkey, stage);
            stage.leave();
            noEditIsLost(root, monkey.saved());
        } catch (AssertionError | Exception e) {
            throw new AssertionError("Seed " + seed + " after " + monkey.done() + ": " + e, e);
        }
    }

    /** Works as if nothing had happened: a save is checked, the screen and the file say so. */
    private static void lookAround(Monkey monkey, Stage stage) throws Exception {
        Exercise exercise = stage.exercise();
        if (!exercise.learnerFiles().isEmpty()) {
            Text text = TEXTS.get(monkey.done().size() % TEXTS.size());
            monkey.save(exercise, text);
            stage.type("r"); // A worker that was killed a moment ago may have taken that very check along.
            stage.await(
                    now -> now.idle()
                            && now.verdict()
                                    .filter(verdict -> verdict.word().equals(text.verdict))
                                    .isPresent(),
                    text + " of " + exercise.id() + " to be " + text.verdict);
            if (text == Text.ANSWER) {
                assertThat(stage.file().read().passed()).contains(exercise.id());
            }
        }
        stage.await(WatchModel::idle, "quiet");
        Progress kept = stage.file().read();
        stage.await(
                now -> now.idle() && now.progress().equals(kept), "quiet, and the view to know what is kept: " + kept);
        assertThat(stage.reports()).isEmpty();
    }

    /** What was saved last is in its place, or in the archive with the starter in its place. */
    private static void noEditIsLost(Path root, Map<Path, String> saved) throws IOException {
        for (Map.Entry<Path, String> edit : saved.entrySet()) {
            if (!Files.readString(edit.getKey()).equals(edit.getValue())) {
                assertThat(archived(root)).contains(edit.getValue());
            }
        }
        assertThat(root.resolve(".dojo")).isDirectoryNotContaining("glob:**.tmp");
    }

    private static List<String> archived(Path root) throws IOException {
        Path archive = root.resolve(".dojo/archive");
        if (!Files.isDirectory(archive)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(archive)) {
            return files.filter(Files::isRegularFile).map(MonkeyTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
