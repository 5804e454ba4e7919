package dojo.workbench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void temporary_files_of_editors_are_ignored() throws IOException {
        try (FolderWatch watch = still()) {
            for (String name :
                    List.of("4913", ".TurnLog.java.swp", "TurnLog.java~", "#TurnLog.java#", ".#TurnLog.java")) {
                Files.writeString(folder.resolve(name), "x");
            }
            watch.look();

            assertThat(touches).hasValue(0);
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
            assertThat(watch).isNotNull();
            Files.writeString(file, "class TurnLog { long when; }");

            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
