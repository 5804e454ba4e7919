package dojo.workbench.workspace;

import dojo.workbench.exercise.Places;
import dojo.workbench.exercise.SameText;
import dojo.workbench.workspace.Piece.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes a folder hold a shipment, and loses nothing that the learner wrote.
 *
 * <p>Every step can be the last one and every step can be repeated: a file is replaced whole, after its edit was archived,
 * and the manifest that says what was put there is written when all of it was.
 */
final class Upgrade {
    private final Path home;
    private final Shipment shipment;
    private final Disk disk;
    private final Manifest before;
    private final Map<String, Path> archives = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final Set<String> arrived = new TreeSet<>();

    private Upgrade(Path home, Shipment shipment, Disk disk) throws IOException {
        this.home = home;
        this.shipment = shipment;
        this.disk = disk;
        before = Manifest.read(home);
    }

    /** What a learner should know of it, a sentence each. */
    static List<String> run(Path home, Shipment shipment, Disk disk) throws IOException {
        Upgrade upgrade = new Upgrade(home, shipment, disk);
        upgrade.all();
        return upgrade.told;
    }

    private void all() throws IOException {
        put(home.resolve(Places.MARKER), Places.MARKER_HEADER + Places.VERSION + "\n");
        for (Piece piece : shipment.pieces()) {
            put(piece);
        }
        Set<String> now = new HashSet<>();
        shipment.pieces().forEach(piece -> now.add(piece.path()));
        for (String path : before.prints().keySet()) {
            if (!now.contains(path)) {
                remove(path);
            }
        }
        renameAnswers();
        put(home.resolve(Manifest.PATH), Manifest.text(shipment.pieces()));
        removeOldLabs(now);
        if (!before.prints().isEmpty()) {
            arrived.forEach(name -> told.add(name + ": copied in."));
        }
    }

    private void put(Piece piece) throws IOException {
        Path file = home.resolve(piece.path());
        if (!Files.exists(file)) {
            if (piece.origin() != Origin.LOCAL && !before.prints().containsKey(piece.path())) {
                arrived.add(piece.owner());
            }
            write(piece);
            return;
        }
        byte[] there = Files.readAllBytes(file);
        if (piece.origin() == Origin.LOCAL) {
            put(file, piece.text(), false);
        } else if (SameText.print(there).equals(piece.print())) {
            if (piece.runs() && !Files.isExecutable(file)) {
                write(piece);
            }
        } else if (before.put(piece.path(), SameText.print(there))) {
            write(piece);
        } else if (!before.put(piece.path(), piece.print())) {
            keepBoth(piece, file);
        }
    }

    /** The content changed, and so did the learner. */
    private void keepBoth(Piece piece, Path file) throws IOException {
        if (piece.origin() == Origin.STARTER) {
            String beside = ".dojo/archive/" + piece.owner() + "/new-starter/" + file.getFileName();
            put(home.resolve(beside), piece.text(), false);
            told.add(piece.owner() + ": its starter changed. " + piece.path()
                    + " is yours and was left alone; the new starter is " + beside + ".");
        } else {
            Path kept = archive(piece.owner(), file);
            write(piece);
            told.add(piece.owner() + ": " + piece.path() + " was replaced by a newer one; your version of it is "
                    + shown(kept) + ".");
        }
    }

    private void remove(String path) throws IOException {
        Path file = home.resolve(path);
        if (!Files.isRegularFile(file)) {
            return;
        }
        String old = Piece.ownerOf(path);
        String owner = shipment.renamed().getOrDefault(old, old);
        if (!before.put(path, SameText.print(Files.readAllBytes(file)))) {
            Path kept = archive(owner, file);
            told.add((owner.equals(old) ? old : old + ", now called " + owner) + ": " + path
                    + " is no longer part of the exercises; your version of it is " + shown(kept) + ".");
        }
        disk.delete(file);
    }

    /** Answers are kept by the exercise's name. */
    private void renameAnswers() throws IOException {
        for (Map.Entry<String, String> name : shipment.renamed().entrySet()) {
            Path old = home.resolve(".dojo/answers/" + name.getKey() + ".txt");
            Path now = home.resolve(".dojo/answers/" + name.getValue() + ".txt");
            if (Files.isRegularFile(old)) {
                byte[] answers = Files.readAllBytes(old);
                if (!Files.exists(now)) {
                    disk.write(now, answers, false);
                }
                if (Arrays.equals(Files.readAllBytes(now), answers)) {
                    disk.delete(old);
                }
            }
        }
    }

    private void removeOldLabs(Set<String> now) throws IOException {
        Path folder = home.resolve(LabRepository.FOLDER);
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            if (!now.contains(Shipment.slashed(home.relativize(file)))) {
                disk.delete(file);
            }
        }
    }

    /** One folder for each owner in each run, numbered as those of {@code dojo reset}. */
    private Path archive(String owner, Path file) throws IOException {
        Path folder = archives.get(owner);
        for (int number = 1; folder == null; number++) {
            Path next = home.resolve(".dojo/archive").resolve(owner).resolve(Integer.toString(number));
            folder = Files.exists(next) ? null : next;
        }
        archives.put(owner, folder);
        Path kept = folder.resolve(file.getFileName());
        for (int number = 2; Files.exists(kept); number++) {
            kept = folder.resolve(number + "-" + file.getFileName());
        }
        disk.write(kept, Files.readAllBytes(file), false);
        return kept;
    }

    private void write(Piece piece) throws IOException {
        disk.write(home.resolve(piece.path()), piece.text(), piece.runs());
    }

    private void put(Path file, String text) throws IOException {
        put(file, text.getBytes(StandardCharsets.UTF_8), false);
    }

    private void put(Path file, byte[] text, boolean runs) throws IOException {
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), text)) {
            disk.write(file, text, runs);
        }
    }

    private String shown(Path path) {
        return Shipment.slashed(home.relativize(path));
    }
}
