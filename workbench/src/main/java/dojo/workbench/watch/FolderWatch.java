package dojo.workbench.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Tells when files of an exercise change.
 *
 * <p>The operating system's events only say when to look; what counts is whether a file that matters differs. So an
 * editor's temporary files, locks and reading do not count, and folders that send no events (network mounts, some
 * containers) are looked at twice a second all the same.
 */
final class FolderWatch implements AutoCloseable {
    private static final int LOOK_AGAIN_MILLIS = 500;

    private final List<Path> folders;
    private final Runnable touched;
    private final Optional<WatchService> service;
    private final Thread thread;
    private Map<Path, Stamp> seen;

    private FolderWatch(List<Path> folders, Runnable touched, Optional<WatchService> service) {
        this.folders = folders;
        this.touched = touched;
        this.service = service;
        seen = stamps();
        thread = new Thread(this::watch, "dojo-watch-files");
        thread.setDaemon(true);
    }

    /**
     * Watches the files directly in the folders; a folder that is not there yet may come later.
     *
     * @param touched called on the watching thread after each change
     */
    static FolderWatch start(List<Path> folders, Runnable touched) {
        FolderWatch watch = new FolderWatch(folders, touched, events(folders));
        watch.thread.start();
        return watch;
    }

    /** As {@link #start}, for folders whose changes nobody reports. */
    static FolderWatch polling(List<Path> folders, Runnable touched) {
        FolderWatch watch = watching(folders, touched);
        watch.thread.start();
        return watch;
    }

    /** As {@link #start}, but looks only when it is told to. */
    static FolderWatch watching(List<Path> folders, Runnable touched) {
        return new FolderWatch(folders, touched, Optional.empty());
    }

    /** The system's events; none where it has no more to give, or the folders are of a kind that sends none. */
    private static Optional<WatchService> events(List<Path> folders) {
        try {
            WatchService service = folders.get(0).getFileSystem().newWatchService();
            for (Path folder : folders) {
                if (Files.isDirectory(folder)) {
                    folder.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                }
            }
            return Optional.of(service);
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty(); // Looking twice a second does.
        }
    }

    /** Whether the system tells of changes; if not, the folders are looked at twice a second. */
    boolean listens() {
        return service.isPresent();
    }

    /** Whether a file of this name can change a verdict: editors' backups, swap files and locks cannot. */
    static boolean matters(Path file) {
        String name = file.getFileName().toString();
        return name.matches("[A-Za-z_$][\\w$]*\\.(java|txt|adoc)") && !name.matches("flycheck_.*|.*_flymake\\..*");
    }

    private record Stamp(long modifiedMillis, long bytes) {}

    private void watch() {
        try {
            while (true) {
                awaitNews();
                look();
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // Closed: nobody listens any more.
        }
    }

    private void awaitNews() throws InterruptedException {
        if (service.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            return;
        }
        WatchKey key = service.get().poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    /** Looks once. */
    synchronized void look() {
        Map<Path, Stamp> now = stamps();
        if (!now.equals(seen)) {
            seen = now;
            touched.run();
        }
    }

    private Map<Path, Stamp> stamps() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(FolderWatch::matters).forEach(file -> stamp(file, stamps));
            } catch (IOException e) {
                // Not there at the moment: an editor or a version control system is at work.
            }
        }
        return stamps;
    }

    private static void stamp(Path file, Map<Path, Stamp> stamps) {
        try {
            stamps.put(file, new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file)));
        } catch (IOException e) {
            // Deleted between listing and looking; its creation will be seen.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        service.ifPresent(events -> {
            try {
                events.close();
            } catch (IOException e) {
                // Nothing was to be written.
            }
        });
    }
}
