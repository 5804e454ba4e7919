package dojo.workbench.workspace;

import dojo.workbench.exercise.DiskWords;
import dojo.workbench.exercise.Places;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Makes workspaces and brings them up to date.
 *
 * @param content where the exercises come from
 * @param checkout where the lab and the launcher are
 * @param disks what stands between this and the disk; tests have it fail
 */
record Workspaces(Path content, Path checkout, UnaryOperator<Disk> disks) {
    /** What a folder may hold that is called empty. */
    private static final Set<String> NOTHING = Set.of(".dojo", ".git", ".idea", ".vscode", ".DS_Store");

    static Workspaces from(Path content) {
        return new Workspaces(content, content, disk -> disk);
    }

    /** How it went. */
    sealed interface Outcome {}

    record Made(Path home, int exercises) implements Outcome {}

    /** @param told what the learner should know, a sentence each; none if all was up to date */
    record Upgraded(Path home, List<String> told) implements Outcome {}

    record Refused(String sentence) implements Outcome {}

    /** Makes a workspace of an empty folder, or upgrades what is one. */
    Outcome at(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        boolean workspace = Places.isWorkspace(home) || Files.isRegularFile(home.resolve(Manifest.PATH));
        try {
            Optional<String> refusal = Optional.<String>empty()
                    .or(() -> entangled(home))
                    .or(() -> workspace ? newer(home) : occupied(home));
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
            return workspace ? upgrade(home) : make(home);
        } catch (IOException e) {
            return new Refused(
                    workspace
                            ? home + " is only partly upgraded: " + DiskWords.of(e)
                                    + ". Nothing of yours is lost; mend that" + " and run ./dojo upgrade again."
                            : "No workspace was made in " + home + ": " + DiskWords.of(e)
                                    + ". Nothing was left behind; mend that and try again.");
        }
    }

    private Outcome make(Path home) throws IOException {
        Shipment shipment = Shipment.whole(content, checkout, home);
        boolean existed = Files.exists(home);
        Path made = outermostMissing(home);
        Set<Path> before = new HashSet<>(entries(home));
        try {
            locked(home, shipment);
        } catch (IOException e) {
            undo(made, existed, before);
            throw e;
        }
        long exercises = shipment.pieces().stream()
                .filter(piece -> piece.path().endsWith("/README.adoc"))
                .count();
        return new Made(home, (int) exercises);
    }

    private Outcome upgrade(Path home) throws IOException {
        return new Upgraded(home, locked(home, Shipment.whole(content, checkout, home)));
    }

    @SuppressWarnings("try") // The lock is held, never named.
    private List<String> locked(Path home, Shipment shipment) throws IOException {
        Path file = Files.createDirectories(home.resolve(".dojo")).resolve("upgrade.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new IOException("another dojo is at work on it");
            }
            RealDisk disk = new RealDisk(home);
            disk.tidy();
            List<String> told = Upgrade.run(home, shipment, disks.apply(disk));
            disk.tidy();
            return told;
        } catch (OverlappingFileLockException e) {
            throw new IOException("another dojo is at work on it", e);
        }
    }

    private Optional<String> entangled(Path home) {
        Path here = real(home);
        for (Path other : List.of(real(content), real(checkout))) {
            if (here.startsWith(other)) {
                return Optional.of(
                        home + " is inside the checkout " + other + "; a workspace needs a folder elsewhere, such"
                                + " as " + other.resolveSibling("my-dojo") + ".");
            }
            if (other.startsWith(here)) {
                return Optional.of(home + " contains the checkout " + other
                        + "; a workspace needs a folder of its own, such as " + other.resolveSibling("my-dojo") + ".");
            }
        }
        return Optional.ofNullable(home.getParent())
                .flatMap(Places::workspaceAround)
                .map(outer -> home + " is inside the workspace " + outer + "; choose a folder outside it.");
    }

    private static Optional<String> occupied(Path home) {
        if (Files.exists(home) && !Files.isDirectory(home)) {
            return Optional.of(home + " is a file; name a folder that is empty or does not exist.");
        }
        try {
            return entries(home).stream()
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> !NOTHING.contains(name))
                    .findFirst()
                    .map(name -> home + " is not empty (it holds " + name
                            + ") and no workspace; name a folder that is empty or does not exist.");
        } catch (IOException e) {
            return Optional.of(home + " cannot be read: " + DiskWords.of(e) + "; name another folder.");
        }
    }

    /** A workspace of a later version may hold what this one would destroy. */
    static Optional<String> newer(Path home) {
        try {
            String said = Files.readString(home.resolve(Places.MARKER)).strip();
            if (said.equals(Places.MARKER_HEADER + Places.VERSION)) {
                return Optional.empty();
            }
            return Optional.of(home + " is a workspace of another version ("
                    + said.lines().findFirst().orElse("empty") + "), and this dojo knows version " + Places.VERSION
                    + ": update the checkout in which dojo is.");
        } catch (IOException noMarker) {
            return Optional.empty();
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static Path outermostMissing(Path home) {
        Path missing = home;
        for (Path at = home; at != null && !Files.exists(at); at = at.getParent()) {
            missing = at;
        }
        return missing;
    }

    /** Removes what a failed making left: everything but what was there before. */
    private static void undo(Path made, boolean existed, Set<Path> before) throws IOException {
        List<Path> left;
        try (Stream<Path> walk = Files.exists(made) ? Files.walk(made) : Stream.empty()) {
            left = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : left) {
            boolean theirs = path.equals(made) ? existed : before.stream().anyMatch(path::startsWith);
            if (!theirs) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static Path real(Path path) {
        for (Path at = path; at != null; at = at.getParent()) {
            try {
                return at.toRealPath().resolve(at.relativize(path)).normalize();
            } catch (IOException notThere) {
                // Its parent may be.
            }
        }
        return path;
    }
}
