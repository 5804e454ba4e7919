package dojo.workbench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @TempDir
    private Path temporary;

    private Path run(String name) throws IOException {
        Path run = temporary.resolve(name);
        Path folder = Files.createDirectories(run.resolve("dojo-worker-7"));
        Files.writeString(folder.resolve("libsqlite.so"), "native");
        Files.createFile(run.resolve("alive"));
        return run;
    }

    @Test
    void what_a_killed_process_left_is_deleted() throws IOException {
        Path left = run("dojo-run-1");

        RunFolder.sweep(temporary, LATER);

        assertThat(left).doesNotExist();
    }

    @Test
    @SuppressWarnings("try") // The lock is held, never named.
    void what_belongs_to_a_live_process_or_to_something_else_is_not() throws IOException {
        Path mine = run("dojo-run-1");
        Path unlike = run("somebody-else");
        Path unmarked = Files.createDirectories(temporary.resolve("dojo-run-2/dojo-worker-7"));
        try (FileChannel channel = FileChannel.open(mine.resolve("alive"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {

            RunFolder.sweep(temporary, LATER);

            assertThat(mine.resolve("dojo-worker-7/libsqlite.so")).exists();
            assertThat(unlike).exists();
            assertThat(unmarked).exists();
        }
    }

    @Test
    void what_was_made_a_moment_ago_may_not_be_locked_yet() throws IOException {
        Path fresh = run("dojo-run-1");

        RunFolder.sweep(temporary, Instant.now().minusSeconds(60));

        assertThat(fresh).exists();
    }

    @Test
    void every_temporary_folder_stands_in_the_one_of_this_process() throws IOException {
        Path folder = TemporaryFolder.create("dojo-something-");
        try {
            assertThat(folder).hasParent(RunFolder.get());
            assertThat(folder.resolveSibling("alive")).exists();
        } finally {
            TemporaryFolder.delete(folder);
        }
    }
}
