package dojo.workbench.browse;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Filter;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.State;
import dojo.workbench.screen.Press;
import java.util.List;
import java.util.Optional;

/**
 * The list as a state machine: a key in, the next state and what is to be done out. Immutable.
 *
 * @param before the search as it was when letters began to go into it; empty while they are keys
 * @param at which of the shown exercises is chosen
 */
record BrowseModel(
        Catalogue catalogue,
        Progress progress,
        Filter filter,
        Optional<String> before,
        int at,
        Optional<String> notice) {

    /** What a key asks for beyond this window. */
    sealed interface Wish {

        /** Leaves the window, and goes on with this exercise. */
        record ContinueWith(Exercise exercise) implements Wish {}

        /** Leaves the window. */
        record Leave() implements Wish {}

        record Skip(Exercise exercise) implements Wish {}

        /** What was skipped is open again. */
        record Reopen(Exercise exercise) implements Wish {}
    }

    /** The next state, and what is to be done. */
    record Step(BrowseModel model, Optional<Wish> wish) {}

    /** All exercises, the learner's own chosen. */
    static BrowseModel of(Catalogue catalogue, Progress progress) {
        int here = catalogue
                .current(progress)
                .map(exercise -> catalogue.all().indexOf(exercise))
                .orElse(0);
        return new BrowseModel(catalogue, progress, Filter.NONE, Optional.empty(), here, Optional.empty());
    }

    /** Whether letters go into the search. */
    boolean typing() {
        return before.isPresent();
    }

    /** What fits the filter, in order. */
    List<Exercise> shown() {
        return filter.of(catalogue.all(), progress);
    }

    Optional<Exercise> chosen() {
        List<Exercise> shown = shown();
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown.get(Math.min(at, shown.size() - 1)));
    }

    /** What a key leads to, when so many exercises fit into the window. */
    Step on(Press press, int page) {
        BrowseModel quiet = new BrowseModel(catalogue, progress, filter, before, at, Optional.empty());
        return switch (press.key()) {
            case CLOSED -> new Step(quiet, Optional.of(new Wish.Leave()));
            case UP -> quiet.to(at - 1);
            case DOWN -> quiet.to(at + 1);
            case PAGE_UP -> quiet.to(at - page);
            case PAGE_DOWN -> quiet.to(at + page);
            case HOME -> quiet.to(0);
            case END -> quiet.to(Integer.MAX_VALUE);
            case ENTER -> typing() ? quiet.typed().step() : quiet.choose();
            case ESCAPE ->
                before.map(search ->
                                quiet.with(filter.withSearch(search)).typed().step())
                        .orElseGet(quiet::leave);
            case BACKSPACE ->
                typing() ? quiet.with(filter.withSearch(shorter())).step() : quiet.step();
            case CHARACTER ->
                typing()
                        ? quiet.with(filter.withSearch(filter.search() + press.character()))
                                .step()
                        : quiet.letter(press.character(), page);
            case OTHER -> quiet.step();
        };
    }

    /** The same after the progress changed, here or elsewhere; what was chosen stays so while it is shown. */
    BrowseModel with(Progress now) {
        return new BrowseModel(catalogue, now, filter, before, at, notice).near(chosen());
    }

    BrowseModel told(String sentence) {
        return new BrowseModel(catalogue, progress, filter, before, at, Optional.of(sentence));
    }

    private Step letter(char letter, int page) {
        return switch (letter) {
            case 'j' -> to(at + 1);
            case 'k' -> to(at - 1);
            case 'g' -> to(0);
            case 'G' -> to(Integer.MAX_VALUE);
            case ' ' -> to(at + page);
            case '/' -> new BrowseModel(catalogue, progress, filter, Optional.of(filter.search()), at, notice).step();
            case 's' -> skip();
            case 'a' -> with(Filter.NONE).step();
            case 'q' -> leave();
            default -> with(new Turning(catalogue, progress, filter).by(letter)).step();
        };
    }

    private Step choose() {
        return new Step(this, chosen().map(Wish.ContinueWith::new));
    }

    private Step leave() {
        return new Step(this, Optional.of(new Wish.Leave()));
    }

    private Step skip() {
        Optional<Exercise> exercise = chosen();
        if (exercise.isEmpty()) {
            return step();
        }
        return switch (State.of(exercise.get(), progress)) {
            case PASSED ->
                told(exercise.get().id() + " is passed; there is nothing to skip.")
                        .step();
            case SKIPPED -> new Step(this, exercise.map(Wish.Reopen::new));
            case OPEN -> new Step(this, exercise.map(Wish.Skip::new));
        };
    }

    private Step to(int wanted) {
        int there = Math.max(0, Math.min(wanted, shown().size() - 1));
        return new BrowseModel(catalogue, progress, filter, before, there, notice).step();
    }

    /** Letters are keys again. */
    private BrowseModel typed() {
        return new BrowseModel(catalogue, progress, filter, Optional.empty(), at, notice);
    }

    /** The same with another filter; what was chosen stays so while it is shown. */
    BrowseModel with(Filter other) {
        return new BrowseModel(catalogue, progress, other, before, at, notice).near(chosen());
    }

    /** Stays on an exercise while it is shown, else goes to the one that comes after it. */
    private BrowseModel near(Optional<Exercise> exercise) {
        List<Exercise> all = catalogue.all();
        int place = exercise.map(all::indexOf).orElse(0);
        List<Exercise> shown = shown();
        int there = 0;
        while (there < shown.size() - 1 && all.indexOf(shown.get(there)) < place) {
            there++;
        }
        return new BrowseModel(catalogue, progress, filter, before, there, notice);
    }

    private String shorter() {
        String search = filter.search();
        return search.isEmpty() ? search : search.substring(0, search.offsetByCodePoints(search.length(), -1));
    }

    private Step step() {
        return new Step(this, Optional.empty());
    }
}
