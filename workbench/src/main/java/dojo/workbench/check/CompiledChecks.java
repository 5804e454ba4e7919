package dojo.workbench.check;

import dojo.workbench.worker.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Class files of checks and given classes, kept while neither their sources nor what they see of the learner's classes
 * has changed.
 *
 * <p>A learner mostly edits method bodies; compiling the checks again costs twice what the learner's file does.
 * Thread-safe.
 */
final class CompiledChecks implements AutoCloseable {
    private static final int KEPT_PER_EXERCISE = 4;

    private final Map<String, Deque<Entry>> entries = new HashMap<>();
    private Optional<Path> home = Optional.empty();

    /** A folder nobody else writes to; it lives as long as this cache. */
    synchronized Path fresh() throws IOException {
        if (home.isEmpty()) {
            home = Optional.of(TemporaryFolder.create("dojo-checks-"));
        }
        return Files.createTempDirectory(home.get(), "c");
    }

    /** The latest class files of these sources, whatever they saw of the learner's classes. */
    synchronized Optional<Path> latest(Sources sources) {
        return Optional.ofNullable(entries.get(sources.hash()))
                .map(kept -> kept.getFirst().folder());
    }

    /** The class files of these sources that saw exactly these signatures. */
    synchronized Optional<Path> find(Sources sources, String signatures) {
        return entries.getOrDefault(sources.hash(), new ArrayDeque<>()).stream()
                .filter(entry -> entry.signatures().equals(signatures))
                .map(Entry::folder)
                .findFirst();
    }

    synchronized void keep(Sources sources, String signatures, Path folder) {
        Deque<Entry> kept = entries.computeIfAbsent(sources.hash(), key -> new ArrayDeque<>());
        kept.addFirst(new Entry(signatures, folder));
        if (kept.size() > KEPT_PER_EXERCISE) {
            kept.removeLast(); // Its folder stays: a worker may still load from it.
        }
    }

    @Override
    public synchronized void close() {
        entries.clear();
        home.ifPresent(TemporaryFolder::delete);
        home = Optional.empty();
    }

    private record Entry(String signatures, Path folder) {}

    /** Source files and the hash of their contents. */
    record Sources(List<Path> files, String hash) {

        static Sources of(List<Path> files) throws IOException {
            MessageDigest digest = sha256();
            for (Path file : files) {
                digest.update(file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(file));
                digest.update((byte) 0);
            }
            return new Sources(files, HexFormat.of().formatHex(digest.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256.", e);
            }
        }
    }
}
