package dojo.lab.laws;

/**
 * What is wrong with a laws file, and what to do about it.
 *
 * @param file the name of the file
 * @param line where, from 1
 * @param sentence what and what to do
 */
public record Mistake(String file, int line, String sentence) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + sentence;
    }
}
