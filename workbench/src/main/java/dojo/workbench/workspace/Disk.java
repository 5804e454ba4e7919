package dojo.workbench.workspace;

import java.io.IOException;
import java.nio.file.Path;

/** Every way in which an upgrade changes a disk; each happens whole or not at all. */
interface Disk {
    /** Puts a text in a file's place. */
    void write(Path file, byte[] text, boolean runs) throws IOException;

    /** Removes a file, and the folders that this leaves empty. */
    void delete(Path file) throws IOException;
}
