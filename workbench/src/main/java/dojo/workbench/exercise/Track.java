package dojo.workbench.exercise;

import java.util.List;
import java.util.Optional;

/**
 * A selection of exercises with an ending, for those who have an evening or half a day.
 *
 * @param about for whom it is, in a sentence
 * @param ending what somebody can do who has come to its end
 * @param minutes what its exercises take together, as it claims; not claimed by a track of everything
 * @param ids its exercises in order; empty for everything
 */
public record Track(
        String name, String title, String about, String ending, Optional<Integer> minutes, List<String> ids) {

    public Track {
        ids = List.copyOf(ids);
    }

    /** Whether it holds every exercise there is, and those that are yet to come. */
    public boolean isEverything() {
        return ids.isEmpty();
    }

    /** Its exercises, in its order; a name that nothing has is left out. */
    public List<Exercise> exercises(Catalogue catalogue) {
        if (isEverything()) {
            return catalogue.all();
        }
        return ids.stream()
                .map(catalogue::find)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** What its exercises take together, as they say. */
    public int sum(Catalogue catalogue) {
        return exercises(catalogue).stream()
                .mapToInt(exercise -> exercise.readme().minutes())
                .sum();
    }
}
