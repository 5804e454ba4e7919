package dojo.workbench.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.ProgressFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines, one learner, one repository. */
class MergedProgressTest {
    @TempDir
    Path folder;

    private final List<String> damage = new ArrayList<>();
    private Path home;

    @BeforeEach
    void a_workspace_in_git() throws Exception {
        assumeTrue(gitIsThere(), "git is not installed");
        Grounds grounds = Grounds.in(folder);
        home = grounds.home;
        Workspaces.from(grounds.content).at(home);
        progress().update(progress -> progress.withPassed("find_one").withAttempt("count_words"));
        git("init", "-q", "-b", "main");
        commit("Begin");
    }

    @Test
    void progress_made_on_both_is_all_there_after_a_merge() throws Exception {
        git("checkout", "-q", "-b", "laptop");
        progress()
                .update(progress -> progress.withPassed("count_words")
                        .withCurrent("count_words")
                        .withBest("find_one", new Bill(3, 3.0, 0))
                        .withHint("find_one", 2));
        commit("On the train");
        git("checkout", "-q", "main");
        progress()
                .update(progress -> progress.withPassed("look_inside")
                        .withCurrent("look_inside")
                        .withAttempt("count_words")
                        .withBest("find_one", new Bill(1, 1.0, 0))
                        .withHint("find_one", 3));
        commit("At home");

        git("merge", "-q", "-m", "Both", "laptop");

        Progress merged = progress().read();
        assertThat(damage).isEmpty();
        assertThat(merged.passed()).containsExactly("count_words", "find_one", "look_inside");
        assertThat(merged.attempts()).containsEntry("count_words", 2);
        assertThat(merged.hints()).containsEntry("find_one", 3);
        assertThat(merged.best(Catalogue.read(home).find("find_one").orElseThrow()))
                .contains(new Bill(1, 1.0, 0));
        assertThat(merged.current()).isPresent();
    }

    @Test
    void what_belongs_to_one_machine_is_not_committed() throws Exception {
        List<String> files = git("ls-files").lines().toList();
        assertThat(files)
                .contains(".dojo/progress.txt", ".dojo/manifest.txt", ".dojo/workspace", "pom.xml", "dojo")
                .noneMatch(file -> file.startsWith(".dojo/repo") || file.equals(".dojo/checkout"));
    }

    private ProgressFile progress() {
        return ProgressFile.in(home, damage::add);
    }

    private void commit(String message) throws Exception {
        git("add", ".");
        git("-c", "user.name=L", "-c", "user.email=l@example.org", "commit", "-q", "-m", message);
    }

    private String git(String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of("git", "-c", "user.name=L", "-c", "user.email=l@example.org"));
        line.addAll(List.of(words));
        Process git = new ProcessBuilder(line)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean gitIsThere() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
