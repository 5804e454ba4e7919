package dojo.workbench.workspace;

import dojo.workbench.worker.TemporaryFolder;
import dojo.workbench.workspace.Workspaces.Refused;
import java.io.IOException;
import java.nio.file.Path;

/** A workspace for a while, in which saves hurt nobody; deleted when it is closed. */
public record Scratch(Path folder) implements AutoCloseable {

    /**
     * A new one with every exercise of that content.
     *
     * @throws IOException with a sentence if it cannot be made
     */
    public static Scratch of(Path content) throws IOException {
        Path folder = TemporaryFolder.create("dojo-scratch-");
        Scratch scratch = new Scratch(folder);
        if (Workspaces.from(content).at(scratch.home()) instanceof Refused refused) {
            scratch.close();
            throw new IOException(refused.sentence());
        }
        return scratch;
    }

    /** The learner's home. */
    public Path home() {
        return folder.resolve("home");
    }

    @Override
    public void close() {
        TemporaryFolder.delete(folder);
    }
}
