package dojo.book;

import java.util.List;

/**
 * Chapters of a few lines each. On the screen and in e-books they are pages, to be linked to; in the PDF they are
 * sections of the chapter in front of them, for a page would be mostly white. Their closing mark is the last one's.
 */
final class Gathered {

    private static final String END = "[.end-of-chapter]\n{end-of-chapter}\n";

    private Gathered() {}

    /** The text of a generated file, to be included one level lower in the PDF. */
    static String chapters(List<String> chapters) {
        return String.join("ifndef::backend-pdf[]\n" + END + "endif::[]\n\n", chapters)
                + (chapters.isEmpty() ? "" : END);
    }
}
