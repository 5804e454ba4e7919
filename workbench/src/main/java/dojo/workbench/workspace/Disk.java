package dojo.workbench.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Every way in which an upgrade changes a disk; each happens whole or not at all. */
interface Disk {
    /** Puts a text in a file's place. */
    void write(Path file, byte[] text, boolean runs) throws IOException;

    /** Removes a file, and the folders that this leaves empty. */
    void delete(Path file) throws IOException;

    /** What went wrong, for a sentence. */
    static String words(IOException e) {
        String said = String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException denied) {
            return "you may not write to " + denied.getFile();
        }
        String reason = e instanceof FileSystemException failed ? String.valueOf(failed.getReason()) : said;
        if (reason.contains("Read-only file system")) {
            return "the disk is read-only";
        }
        return reason.contains("No space left") || reason.contains("not enough space") ? "the disk is full" : said;
    }
}
