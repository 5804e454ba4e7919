package dojo.session.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Keeps content in files below one folder, for tests and for programs on one machine.
 *
 * <p>A file appears whole or not at all. Requests run on the executor; {@code Runnable::run} makes them run at once, on
 * the caller's thread. Listing walks the folder, so it costs what is in it. Thread-safe; two processes may share a
 * folder.
 */
public final class FileContentStore implements ContentStore {
    private static final int PAGE = 1_000;
    private static final int ATTEMPTS = 8;

    private final FileNames names;
    private final Executor executor;
    private final InstantSource clock;
    /** Many may write while nobody prunes; other processes are met by trying again. */
    private final ReadWriteLock folders = new ReentrantReadWriteLock();

    private FileContentStore(Path folder, Executor executor, InstantSource clock) {
        this.names = new FileNames(folder);
        this.executor = executor;
        this.clock = clock;
    }

    /** In this folder, which need not exist yet; the clock says since when a content is there. */
    public static FileContentStore in(Path folder, Executor executor, InstantSource clock) {
        return new FileContentStore(folder, executor, clock);
    }

    @Override
    public CompletableFuture<Void> put(String name, byte[] content) {
        Path file = names.file(name);
        return run(() -> within(folders.readLock(), () -> write(file, content))).thenAccept(done -> {});
    }

    @Override
    public CompletableFuture<Optional<byte[]>> get(String name) {
        Path file = names.file(name);
        return run(() -> {
            try {
                return Optional.of(Files.readAllBytes(file));
            } catch (NoSuchFileException none) {
                return Optional.<byte[]>empty();
            }
        });
    }

    @Override
    public CompletableFuture<Void> delete(String name) {
        Path file = names.file(name);
        return run(() -> {
                    Files.deleteIfExists(file);
                    prune(file);
                    return file;
                })
                .thenAccept(done -> {});
    }

    @Override
    public CompletableFuture<Listed> list(String prefix, String after) {
        ContentStore.prefix(prefix);
        return run(() -> {
            List<Kept> page = named(prefix)
                    .filter(name -> name.compareTo(after) > 0)
                    .sorted()
                    .map(this::kept)
                    .flatMap(Optional::stream)
                    .limit(PAGE + 1L)
                    .toList();
            boolean last = page.size() <= PAGE;
            return new Listed(last ? page : page.subList(0, PAGE), last);
        });
    }

    /** A folder that another thread prunes in between is made again. */
    private Path write(Path file, byte[] content) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Path folderOfFile = names.folderOf(file);
                Files.createDirectories(folderOfFile);
                Path half = folderOfFile.resolve(UUID.randomUUID() + ".half");
                Files.write(half, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
                Files.setLastModifiedTime(half, FileTime.from(clock.instant()));
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                settle(folderOfFile);
                return file;
            } catch (NoSuchFileException | FileAlreadyExistsException pruned) {
                if (attempt == ATTEMPTS) {
                    throw pruned;
                }
            }
        }
    }

    /** Makes the file's new name survive a crash too, where a folder can be opened for that. */
    private static void settle(Path folderOfFile) {
        try (FileChannel open = FileChannel.open(folderOfFile, StandardOpenOption.READ)) {
            open.force(true);
        } catch (IOException notOnThisPlatform) {
            // Windows opens no folder; there the name is as safe as the file system makes it.
        }
    }

    /** An empty folder would tell that a session was there once. */
    private Path prune(Path file) throws IOException {
        for (Path parent = names.folderOf(file); names.isBelow(parent); parent = names.folderOf(parent)) {
            try {
                Files.deleteIfExists(parent);
            } catch (DirectoryNotEmptyException inUse) {
                return file;
            }
        }
        return file;
    }

    private Stream<String> named(String prefix) throws IOException {
        Path from = names.folder(prefix);
        if (!Files.isDirectory(from)) {
            return Stream.of();
        }
        try (Stream<Path> walk = Files.walk(from)) {
            return walk
                    .map(names::name)
                    .flatMap(Optional::stream)
                    .filter(name -> name.startsWith(prefix))
                    .toList()
                    .stream();
        } catch (UncheckedIOException pruned) {
            throw pruned.getCause();
        }
    }

    private Optional<Kept> kept(String name) {
        try {
            Path file = names.file(name);
            return Optional.of(new Kept(
                    name, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException deletedMeanwhile) {
            return Optional.empty();
        }
    }

    private <T> CompletableFuture<T> run(Step<T> step) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return step.run();
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                },
                executor);
    }

    private static <T> T within(Lock lock, Step<T> step) throws IOException {
        lock.lock();
        try {
            return step.run();
        } finally {
            lock.unlock();
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }
}
