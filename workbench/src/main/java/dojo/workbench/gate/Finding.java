package dojo.workbench.gate;

/**
 * A promise that does not hold.
 *
 * @param exercise the exercise's id, or the file that concerns all of them
 * @param rule the name of the rule that saw it
 * @param sentence what is wrong, the value seen, and what to do
 */
public record Finding(String exercise, String rule, String sentence) {

    @Override
    public String toString() {
        return exercise + " [" + rule + "]: " + sentence;
    }
}
