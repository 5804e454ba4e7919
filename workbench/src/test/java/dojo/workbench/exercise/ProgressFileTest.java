package dojo.workbench.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dojo.lab.bill.Bill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProgressFileTest {
    private final List<String> reports = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path root;

    @Test
    void what_is_written_is_read_again() {
        file().update(progress -> progress.withCurrent("find_one")
                .withPassed("look_inside")
                .withAssisted("count_words")
                .withAttempt("find_one")
                .withAttempt("find_one")
                .withHint("find_one", 2)
                .withSkipped("count_words"));
        Progress read = file().read();
        assertThat(read.current()).contains("find_one");
        assertThat(read.passed()).containsExactly("look_inside");
        assertThat(read.assisted()).containsExactly("count_words");
        assertThat(read.skipped()).containsExactly("count_words");
        assertThat(read.attempts()).containsExactly(entry("find_one", 2));
        assertThat(read.hints()).containsExactly(entry("find_one", 2));
        assertThat(reports).isEmpty();
    }

    @Test
    void the_day_of_a_pass_is_noted_once_and_gone_with_the_pass() throws IOException {
        write(ProgressText.HEADER + "\npassed long_ago\n");
        at("2026-11-23").update(progress -> progress.withPassed("find_one"));
        at("2026-11-24").update(progress -> progress.withPassed("find_one").withPassed("look_inside"));

        assertThat(Files.readString(file().path()))
                .contains("passed-on find_one 2026-11-23", "passed-on look_inside 2026-11-24")
                .doesNotContain("passed-on long_ago");
        Trees.copyFixtures(root.resolve("fixtures"));
        Exercise exercise =
                Catalogue.read(root.resolve("fixtures")).find("find_one").orElseThrow();
        assertThat(file().read().passedOn(exercise)).contains(LocalDate.of(2026, 11, 23));
        assertThat(file().read().reset(exercise).passedOn(exercise)).isEmpty();
    }

    @Test
    void of_two_days_that_git_joined_the_earlier_counts_and_no_day_is_damage() throws IOException {
        write(ProgressText.HEADER + "\npassed a\npassed-on a 2026-11-24\npassed-on a 2026-11-23\n");
        assertThat(file().read().days()).containsExactly(entry("a", LocalDate.of(2026, 11, 23)));

        write(ProgressText.HEADER + "\npassed a\npassed-on a 2026-13-45\n");
        assertThat(file().read().days()).isEmpty();
        assertThat(reports).singleElement().asString().contains("passed-on a 2026-13-45");
    }

    private ProgressFile at(String day) {
        return ProgressFile.in(root, reports::add, Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void names_nobody_knows_any_more_are_kept() throws IOException {
        write(ProgressText.HEADER + "\npassed of_another_branch\nmastery find_one 3.5\n");
        file().update(progress -> progress.withPassed("find_one"));
        assertThat(Files.readString(file().path()))
                .contains("passed of_another_branch", "mastery find_one 3.5", "passed find_one");
        assertThat(reports).isEmpty();
    }

    @Test
    void a_damaged_file_is_kept_aside_and_what_is_legible_goes_on() throws IOException {
        write(ProgressText.HEADER + "\npassed find_one\n<<<<<<< HEAD\npassed count_words\n");
        assertThat(file().read().passed()).containsExactly("count_words", "find_one");
        assertThat(Files.readString(root.resolve(".dojo/progress.txt.broken-1")))
                .contains("<<<<<<<");
        assertThat(reports).singleElement().asString().contains("<<<<<<< HEAD", "progress.txt.broken-1");
    }

    @Test
    void a_second_damage_takes_the_next_number() throws IOException {
        write("\0\0\0\0");
        file().read();
        write("garbage!");
        file().read();
        assertThat(root.resolve(".dojo/progress.txt.broken-1")).hasContent("\0\0\0\0");
        assertThat(root.resolve(".dojo/progress.txt.broken-2")).hasContent("garbage!");
        assertThat(file().read()).isEqualTo(Progress.NONE);
    }

    @Test
    void an_empty_file_is_damage_too() throws IOException {
        write("");
        assertThat(file().read()).isEqualTo(Progress.NONE);
        assertThat(reports).hasSize(1);
    }

    @Test
    void a_folder_that_cannot_be_made_is_reported_and_not_fatal() throws IOException {
        Files.writeString(root.resolve(".dojo"), "a file where a folder belongs");
        Progress progress = file().update(now -> now.withPassed("find_one"));
        assertThat(progress.passed()).containsExactly("find_one");
        assertThat(reports).singleElement().asString().contains("Progress is not saved", "writable");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
    void a_file_that_cannot_be_read_is_never_replaced() throws IOException {
        Files.createDirectories(root.resolve(".dojo"));
        // A link to a folder fails to be read for root, too, and a rename over it would succeed.
        Path link = Files.createSymbolicLink(root.resolve(".dojo/progress.txt"), root);
        Progress progress = file().update(now -> now.withPassed("find_one"));
        assertThat(progress.passed()).containsExactly("find_one");
        assertThat(link).isSymbolicLink();
        assertThat(reports).singleElement().asString().contains("Progress is not saved", "readable");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no file modes")
    void a_file_of_somebody_else_keeps_what_it_says() throws IOException {
        write(ProgressText.HEADER + "\npassed count_words\n");
        Path path = file().path();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(path), "root may read every file");
        file().update(now -> now.withPassed("find_one"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        assertThat(file().read().passed()).containsExactly("count_words");
        assertThat(reports).singleElement().asString().contains("Progress is not saved");
    }

    @Test
    void a_damaged_file_is_left_alone_without_the_lock() throws IOException {
        String damaged = ProgressText.HEADER + "\npassed find_one\n=======\n";
        write(damaged);
        Files.createDirectories(root.resolve(".dojo/lock"));
        assertThat(file().read().passed()).containsExactly("find_one");
        assertThat(file().path()).hasContent(damaged);
        assertThat(root.resolve(".dojo/progress.txt.broken-1")).doesNotExist();
        assertThat(reports).singleElement().asString().contains("was damaged", "cannot be repaired");
    }

    @Test
    void readers_at_once_repair_once() throws IOException {
        write(ProgressText.HEADER + "\npassed find_one\n>>>>>>> theirs\n");
        IntStream.range(0, 16)
                .parallel()
                .forEach(n -> assertThat(file().read().passed()).containsExactly("find_one"));
        assertThat(reports).singleElement().asString().contains("progress.txt.broken-1");
        assertThat(root.resolve(".dojo/progress.txt.broken-2")).doesNotExist();
    }

    @Test
    void updates_at_once_are_all_kept() {
        IntStream.range(0, 40).parallel().forEach(n -> file().update(progress -> progress.withPassed("e" + n)));
        assertThat(file().read().passed()).hasSize(40);
        assertThat(root.resolve(".dojo")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void the_cheapest_bill_counts_in_the_file_as_in_a_merge_of_two() throws IOException {
        file().update(progress ->
                progress.withBest("find_one", new Bill(2, 1.5, 0)).withTrack("evening"));
        file().update(progress -> progress.withBest("find_one", new Bill(1, 2.0, 0)));
        assertThat(file().read().bests()).containsEntry("find_one", new Bill(2, 1.5, 0));
        assertThat(file().read().track()).contains("evening");
        write(Files.readString(file().path()) + "best find_one 1 0.5 0.0\nbest find_one 7 9.0 0.0\n");
        assertThat(file().read().bests()).containsEntry("find_one", new Bill(1, 0.5, 0));
        assertThat(reports).isEmpty();
    }

    @Test
    void what_was_tried_under_a_former_name_counts() throws IOException {
        Trees.copyFixtures(root);
        Exercise exercise = Catalogue.read(root).find("find_one").orElseThrow();
        Progress progress = Progress.NONE
                .withAttempt("fetch_one")
                .withAttempt("fetch_one")
                .withAttempt("find_one")
                .withHint("fetch_one", 2)
                .withHint("find_one", 1);
        assertThat(progress.attempts(exercise)).isEqualTo(3);
        assertThat(progress.hints(exercise)).isEqualTo(2);
    }

    @Test
    void a_reset_forgets_all_but_the_help() throws IOException {
        Trees.copyFixtures(root);
        Exercise exercise = Catalogue.read(root).find("find_one").orElseThrow();
        Progress progress = Progress.NONE
                .withPassed("fetch_one")
                .withAttempt("find_one")
                .withHint("find_one", 3)
                .withAssisted("find_one");
        assertThat(progress.hasPassed(exercise)).isTrue();
        Progress reset = progress.reset(exercise);
        assertThat(reset.hasPassed(exercise)).isFalse();
        assertThat(reset.attempts(exercise)).isZero();
        assertThat(reset.hints(exercise)).isZero();
        assertThat(reset.wasAssisted(exercise)).isTrue();
    }

    private ProgressFile file() {
        return ProgressFile.in(root, reports::add);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(root.resolve(".dojo"));
        Files.writeString(root.resolve(".dojo/progress.txt"), text);
    }
}
