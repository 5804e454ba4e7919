package dojo.workbench.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeTest {
    @TempDir
    Path folder;

    private Grounds grounds;

    @BeforeEach
    void a_workspace() throws IOException {
        grounds = Grounds.in(folder);
        upgrade();
    }

    @Test
    void starters_given_files_and_visible_checks_are_copied_and_no_answer_is() throws IOException {
        assertThat(grounds.files())
                .containsKeys(
                        "src/main/java/" + Grounds.NOTES,
                        "src/main/java/" + Grounds.NOTE,
                        "src/main/java/dojo/c01_reading/e1_find_one/README.adoc",
                        "src/test/java/dojo/c01_reading/e1_find_one/NotesTest.java",
                        Places.MARKER,
                        Manifest.PATH)
                .allSatisfy((path, text) -> assertThat(path).doesNotContain("Hidden", "solutions", "starter"));
    }

    @Test
    void work_done_in_the_checkout_is_not_copied_but_its_starter() throws IOException {
        Files.writeString(grounds.content.resolve("exercises/src/main/java/" + Grounds.WORDS), "solved");
        Files.delete(grounds.main(Grounds.WORDS));
        upgrade();
        assertThat(grounds.main(Grounds.WORDS)).content().contains("return 1;");
    }

    @Test
    void a_second_time_changes_nothing_and_says_nothing() throws IOException {
        grounds.work();
        Map<String, String> before = grounds.files();
        assertThat(upgrade()).isEmpty();
        assertThat(grounds.files()).isEqualTo(before);
    }

    @Test
    void that_the_checkout_is_newer_is_said_until_the_upgrade_and_work_of_ones_own_is_no_news() throws IOException {
        Files.writeString(grounds.home.resolve(Places.CONTENT), grounds.content + "\n");
        grounds.work();
        assertThat(Newer.than(grounds.home)).isEmpty();

        grounds.change();
        assertThat(Newer.than(grounds.home)).get().asString().contains("in the checkout", "./dojo upgrade");
        assertThat(Newer.than(grounds.content)).isEmpty();

        upgrade();
        assertThat(Newer.than(grounds.home)).isEmpty();
    }

    @Test
    void an_edited_file_is_left_alone_and_its_new_starter_put_aside() throws IOException {
        grounds.work();
        grounds.change();
        List<String> told = upgrade();
        assertThat(grounds.main(Grounds.NOTES)).content().contains("my work");
        assertThat(grounds.home.resolve(".dojo/archive/find_one/new-starter/Notes.java"))
                .content()
                .startsWith("// Newer.");
        assertThat(told)
                .anySatisfy(said -> assertThat(said).contains("find_one: its starter changed", "was left alone"));
    }

    @Test
    void an_untouched_starter_is_replaced_in_silence() throws IOException {
        grounds.change();
        assertThat(upgrade()).noneMatch(said -> said.contains("count_words"));
        assertThat(grounds.main(Grounds.WORDS)).content().startsWith("// Newer.");
    }

    @Test
    void a_starter_whose_line_ends_git_changed_is_untouched() throws IOException {
        Path words = grounds.main(Grounds.WORDS);
        Files.writeString(words, Files.readString(words).replace("\n", "\r\n"));
        grounds.change();
        upgrade();
        assertThat(words).content().startsWith("// Newer.");
    }

    @Test
    void a_given_file_is_replaced_and_an_edit_of_it_archived() throws IOException {
        grounds.work();
        grounds.change();
        assertThat(upgrade()).anySatisfy(said -> assertThat(said).contains("find_one: ", "Note.java was replaced"));
        assertThat(grounds.main(Grounds.NOTE)).content().startsWith("// Newer.");
        assertThat(grounds.home.resolve(".dojo/archive/find_one/1/Note.java"))
                .content()
                .contains("my, String edit");
    }

    @Test
    void an_edit_of_a_given_file_that_did_not_change_stays() throws IOException {
        grounds.work();
        upgrade();
        assertThat(grounds.main(Grounds.NOTE)).content().contains("my, String edit");
    }

    @Test
    void a_renamed_exercise_takes_answers_and_edits_along() throws IOException {
        grounds.work();
        grounds.change();
        List<String> told = upgrade();
        assertThat(grounds.main(Grounds.PROMPT)).doesNotExist();
        assertThat(grounds.home.resolve(".dojo/archive/look_around/1/World.java"))
                .content()
                .contains("my world");
        assertThat(grounds.home.resolve(".dojo/answers/look_around.txt")).hasContent("items=4");
        assertThat(told)
                .anySatisfy(said -> assertThat(said).contains("look_inside, now called look_around"))
                .contains("look_around: copied in.");
    }

    @Test
    void a_removed_exercise_leaves_what_the_learner_wrote() throws IOException {
        grounds.work();
        Path own = grounds.main("dojo/c02_pure/e1_count_words/Helper.java");
        Files.writeString(own, "class Helper {}");
        Files.writeString(grounds.main(Grounds.WORDS), "mine");
        for (String tree : List.of("main", "test", "starter")) {
            Path gone = grounds.content.resolve("exercises/src/" + tree + "/java/dojo/c02_pure");
            Files.move(gone, folder.resolve("gone-" + tree));
        }
        upgrade();
        assertThat(own).exists();
        assertThat(grounds.main(Grounds.WORDS)).doesNotExist();
        assertThat(grounds.home.resolve(".dojo/archive/count_words/1/Words.java"))
                .hasContent("mine");
        assertThat(grounds.home.resolve("src/test/java/dojo/c02_pure")).doesNotExist();
    }

    @Test
    void a_lost_manifest_makes_every_difference_the_learners() throws IOException {
        grounds.work();
        grounds.change();
        Files.delete(grounds.home.resolve(Manifest.PATH));
        upgrade();
        assertThat(grounds.main(Grounds.NOTES)).content().contains("my work");
        assertThat(grounds.home.resolve(".dojo/archive/find_one/1/Note.java")).exists();
    }

    @Test
    void a_manifest_that_names_a_file_elsewhere_harms_nothing() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious.txt"), "precious");
        Files.writeString(
                grounds.home.resolve(Manifest.PATH), "given 00 ../precious.txt\ngiven 00 " + precious + "\nrubbish\n");
        upgrade();
        assertThat(precious).hasContent("precious");
    }

    /** The power fails before each write and each removal in turn; then somebody upgrades again. */
    @Test
    void a_kill_at_any_step_loses_nothing_and_can_be_repeated() throws IOException {
        Map<String, String> wanted = new TreeMap<>();
        for (int step = 0; wanted.isEmpty() || step > 0; step++) {
            Path place = Files.createDirectory(folder.resolve("power-" + step));
            grounds = Grounds.in(place);
            upgrade();
            grounds.work();
            grounds.change();
            boolean ended = step == 0 || !killedBefore(step);
            assertNothingLost();
            upgrade();
            assertNothingLost();
            if (step == 0) {
                wanted.putAll(withoutArchive());
            }
            assertThat(withoutArchive()).as("killed before step " + step).isEqualTo(wanted);
            if (ended && step > 0) {
                assertThat(step).isGreaterThan(10);
                return;
            }
        }
    }

    @Test
    void the_very_first_time_can_be_repeated_too() throws IOException {
        Map<String, String> wanted = grounds.files();
        boolean killed = true;
        for (int step = 1; killed; step++) {
            grounds = Grounds.in(Files.createDirectory(folder.resolve("first-" + step)));
            killed = killedBefore(step);
            upgrade();
            assertThat(grounds.files()).as("killed before step " + step).isEqualTo(wanted);
        }
    }

    private boolean killedBefore(int step) throws IOException {
        try {
            Upgrade.run(grounds.home, grounds.exercises(), new FailingDisk(new RealDisk(grounds.home), step));
            return false;
        } catch (FailingDisk.PowerFailure expected) {
            return true;
        }
    }

    private void assertNothingLost() throws IOException {
        String all = String.join("\n", grounds.files().values());
        assertThat(all).contains("my work", "my, String edit", "my world", "items=4");
    }

    /** Archiving twice is what a kill in between costs. */
    private Map<String, String> withoutArchive() throws IOException {
        Map<String, String> files = new TreeMap<>(grounds.files());
        files.keySet().removeIf(path -> path.startsWith(".dojo/archive/"));
        return files;
    }

    private List<String> upgrade() throws IOException {
        RealDisk disk = new RealDisk(grounds.home);
        List<String> told = Upgrade.run(grounds.home, grounds.exercises(), disk);
        disk.tidy();
        return told;
    }
}
