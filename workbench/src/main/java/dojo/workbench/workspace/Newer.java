package dojo.workbench.workspace;

import dojo.workbench.exercise.Places;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the checkout has exercises that a workspace was not given yet. */
public final class Newer {
    private Newer() {}

    /** What a learner should know of it; nothing in a checkout, or if it cannot be found out. */
    public static Optional<String> than(Path workspace) {
        if (!Places.isWorkspace(workspace)) {
            return Optional.empty();
        }
        try {
            Set<String> owners = owners(workspace);
            return owners.isEmpty()
                    ? Optional.empty()
                    : Optional.of((owners.size() == 1 ? "1 exercise is" : owners.size() + " exercises are")
                            + " new or changed in the checkout: ./dojo upgrade brings what is new, and keeps what you"
                            + " wrote.");
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Set<String> owners(Path workspace) throws IOException {
        Manifest given = Manifest.read(workspace);
        Set<String> owners = new TreeSet<>();
        for (Piece piece : Shipment.exercises(Places.of(workspace).content()).pieces()) {
            if (!given.put(piece.path(), piece.print())) {
                owners.add(piece.owner());
            }
        }
        return owners;
    }
}
