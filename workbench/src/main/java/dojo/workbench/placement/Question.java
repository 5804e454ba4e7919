package dojo.workbench.placement;

import java.util.List;

/**
 * One question of the placement.
 *
 * @param exercise the id of the exercise that teaches it
 * @param source the page that backs the right option
 * @param right the number of the right option, from 1
 */
public record Question(
        String name, String exercise, String source, String text, List<String> options, int right, String why) {

    /** The answer of somebody who is honest. */
    public static final int UNKNOWN = 0;

    public Question {
        options = List.copyOf(options);
    }
}
