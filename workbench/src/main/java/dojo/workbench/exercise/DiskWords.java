package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a disk refused, as a part of a sentence. */
public final class DiskWords {
    private DiskWords() {}

    /** {@code the disk is full}: why a file could not be read or written. */
    public static String of(IOException e) {
        String said = String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException denied) {
            return "you have no right to " + denied.getFile();
        }
        if (e instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile() + ", and none can be made there";
        }
        String reason = e instanceof FileSystemException failed ? String.valueOf(failed.getReason()) : said;
        if (reason.contains("Read-only file system")) {
            return "the disk is read-only";
        }
        return reason.contains("No space left") || reason.contains("not enough space") ? "the disk is full" : said;
    }
}
