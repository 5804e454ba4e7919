package dojo.workbench.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where this process has its temporary folders: {@code dojo-run-…} in the system's temporary folder.
 *
 * <p>A file in it is locked while the process lives. A process that was killed cannot clean up behind itself; the next one
 * finds its folder with the lock gone and deletes it. A lock holds between containers that share a disk, an id of a process
 * would not.
 */
final class RunFolder {
    private static final String PREFIX = "dojo-run-";
    private static final String ALIVE = "alive";
    /** Longer than it takes from making a folder to locking the file in it. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static @Nullable Path folder;
    private static @Nullable FileLock held;

    private RunFolder() {}

    /** This process's own; made at the first call, which also has a thread sweep what others left. */
    static synchronized Path get() throws IOException {
        Path made = folder;
        if (made == null || !Files.isDirectory(made)) {
            made = Files.createTempDirectory(PREFIX);
            FileChannel channel =
                    FileChannel.open(made.resolve(ALIVE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = channel.lock();
            if (folder == null) {
                Runtime.getRuntime().addShutdownHook(new Thread(RunFolder::leave, "dojo-leave-temporary"));
                sweepSoon(Path.of(System.getProperty("java.io.tmpdir")));
            }
            folder = made;
        }
        return made;
    }

    /** Deletes the folder if nothing else is in it; the next process does it otherwise. */
    static synchronized void leave() {
        Path mine = folder;
        FileLock lock = held;
        if (mine == null || lock == null) {
            return;
        }
        try {
            if (isEmpty(mine)) {
                lock.acquiredBy().close();
                TemporaryFolder.delete(mine);
            }
        } catch (IOException leftToTheNext) {
            // It finds the lock gone.
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!entry.endsWith(ALIVE)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void sweepSoon(Path temporary) {
        Thread thread = new Thread(() -> sweep(temporary, Instant.now().minus(GRACE)), "dojo-sweep");
        thread.setDaemon(true);
        thread.start();
    }

    /** Deletes the folders of processes that are gone, and are older than that. */
    static void sweep(Path temporary, Instant before) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path one : folders) {
                if (Files.getLastModifiedTime(one).toInstant().isBefore(before) && isAbandoned(one)) {
                    TemporaryFolder.delete(one);
                }
            }
        } catch (IOException unreadable) {
            // Then they stay, as they would have without us.
        }
    }

    /** What has no such file, or belongs to somebody else, is let alone. */
    private static boolean isAbandoned(Path folder) {
        Path alive = folder.resolve(ALIVE);
        if (!Files.isRegularFile(alive) || !Files.isWritable(folder)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(alive, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException inUse) {
            return false;
        }
    }
}
