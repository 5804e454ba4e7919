package dojo.workbench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderWatchTest {
    @TempDir
    private Path folder;

    private Path file;
    private final AtomicInteger touches = new AtomicInteger();

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("TurnLog.java"), "class TurnLog {}");
    }

    private FolderWatch still() throws IOException {
        return FolderWatch.watching(List.of(folder), touches::incrementAndGet);
    }

    @Test
    void a_changed_file_is_told_once() throws IOException {
        try (FolderWatch watch = still()) {
            Files.writeString(file, "class TurnLog { }");
            watch.look();
            watch.look();

            assertThat(touches).hasValue(1);
        }
    }

    @Test
    void a_save_of_the_same_length_counts_by_its_time() throws IOException {
        try (FolderWatch watch = still()) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_123L));
            watch.look();

            assertThat(touches).hasValue(1);
        }
    }

    @Test
    void a_file_that_is_deleted_and_written_anew_is_seen_again() throws IOException {
        try (FolderWatch watch = still()) {
            Files.delete(file);
            watch.look();
            Files.writeString(file, "class TurnLog { int a; }");
            watch.look();

            assertThat(touches).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4913", // Vim asks whether it may write here
                ".TurnLog.java.swp",
                ".TurnLog.java.swx",
                ".TurnLog.java.un~",
                "TurnLog.java~", // Vim, Emacs, Kate and others keep the last version so
                "#TurnLog.java#", // Emacs saves by itself
                ".#TurnLog.java", // Emacs locks
                "TurnLog.java.~1~",
                "flycheck_TurnLog.java",
                "TurnLog_flymake.java",
                "TurnLog.java___jb_tmp___", // IntelliJ writes safely
                "TurnLog.java___jb_old___",
                "TurnLog.java.vsctmp", // VS Code, where it must keep the owner of a file
                "TurnLog.java.123.tmp",
                ".TurnLog.java.kate-swp",
                ".goutputstream-XY12Z3",
                "TurnLog.java.orig",
                "TurnLog.class"
            })
    void temporary_files_of_editors_are_ignored(String name) throws IOException {
        try (FolderWatch watch = still()) {
            Files.writeString(folder.resolve(name), "x");
            watch.look();
            Files.delete(folder.resolve(name));
            watch.look();

            assertThat(touches).hasValue(0);
        }
    }

    @Test
    void a_lock_of_emacs_that_leads_nowhere_is_ignored() throws IOException {
        try (FolderWatch watch = still()) {
            Files.createSymbolicLink(folder.resolve(".#TurnLog.java"), Path.of("ann@host.4711:1700000000"));
            watch.look();

            assertThat(touches).hasValue(0);
        }
    }

    /** How editors save: in place, by renaming a new file, by renaming the old one first. */
    @Test
    void each_way_to_save_is_seen() throws IOException {
        try (FolderWatch watch = still()) {
            Files.writeString(file, "class TurnLog { int inPlace; }");
            watch.look();
            assertThat(touches).as("VS Code").hasValue(1);

            Path fresh = Files.writeString(folder.resolve("TurnLog.java___jb_tmp___"), "class TurnLog { int safe; }");
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            watch.look();
            assertThat(touches).as("IntelliJ").hasValue(2);

            Files.move(file, folder.resolve("TurnLog.java~"));
            Files.writeString(file, "class TurnLog { int renamedFirst; }");
            watch.look();
            assertThat(touches).as("Vim and Emacs").hasValue(3);
        }
    }

    @Test
    void where_no_system_tells_of_changes_they_are_seen_all_the_same() throws Exception {
        var told = new CountDownLatch(1);
        try (FolderWatch watch = FolderWatch.polling(List.of(folder), told::countDown)) {
            assertThat(watch.listens()).isFalse();
            Files.writeString(file, "class TurnLog { long when; }");

            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_folder_that_is_not_there_yet_may_come_later() throws IOException {
        Path later = folder.resolve("answers");
        try (FolderWatch watch = FolderWatch.watching(List.of(folder, later), touches::incrementAndGet)) {
            Files.createDirectories(later);
            Files.writeString(later.resolve("look_around.txt"), "turns=6");
            watch.look();

            assertThat(touches).hasValue(1);
        }
    }

    @Test
    void the_operating_system_is_listened_to() throws Exception {
        var told = new CountDownLatch(1);
        try (FolderWatch watch = FolderWatch.start(List.of(folder), told::countDown)) {
            assertThat(watch.listens()).isTrue();
            Files.writeString(file, "class TurnLog { long when; }");

            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
