package dojo.book;

import java.nio.file.Path;

/**
 * One reason not to publish the book.
 *
 * @param where the file, with a line number where one is known
 * @param what what is wrong, with the value seen
 * @param remedy what to do about it
 */
record Problem(String where, String what, String remedy) implements Comparable<Problem> {

    static Problem in(Path file, String what, String remedy) {
        return new Problem(file.toString(), what, remedy);
    }

    static Problem in(Path file, int line, String what, String remedy) {
        return new Problem(file + ":" + line, what, remedy);
    }

    @Override
    public int compareTo(Problem other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return where + ": " + what + " -> " + remedy;
    }
}
