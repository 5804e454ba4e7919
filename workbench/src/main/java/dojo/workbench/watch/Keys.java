package dojo.workbench.watch;

import dojo.lab.bill.Bill;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Difference;
import dojo.workbench.exercise.Kind;
import dojo.workbench.screen.KeyBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which keys work in a state; nothing else decides it, so the bar never shows a key that does nothing. */
final class Keys {
    private Keys() {}

    static List<KeyBar.Key> of(WatchModel model) {
        List<KeyBar.Key> keys = anyway(model);
        if (model.question().isPresent() || model.countingDown() || WatchView.pages(model, keys) == 1) {
            return keys;
        }
        var all = new ArrayList<>(keys);
        all.add(all.size() - 1, new KeyBar.Key('m', "more"));
        return all;
    }

    /** The keys that work whether or not everything fits the window. */
    static List<KeyBar.Key> anyway(WatchModel model) {
        if (model.question().isPresent()) {
            return List.of(new KeyBar.Key('y', "yes"), new KeyBar.Key('n', "no"));
        }
        if (model.countingDown()) {
            return List.of(new KeyBar.Key('n', "next now"), new KeyBar.Key('q', "quit"));
        }
        var keys = new ArrayList<KeyBar.Key>();
        moving(model, keys);
        looking(model, keys);
        if (model.idle()) {
            keys.add(new KeyBar.Key('c', "check all"));
            keys.add(new KeyBar.Key('x', "reset"));
        }
        keys.add(new KeyBar.Key('q', "quit"));
        return List.copyOf(keys);
    }

    private static void moving(WatchModel model, List<KeyBar.Key> keys) {
        if (!model.idle()) {
            return;
        }
        if (model.exercise().kind() == Kind.PREDICT && !model.passed()) {
            keys.add(new KeyBar.Key('a', "answer"));
        }
        boolean more = model.next().isPresent();
        if (more) {
            keys.add(model.passed() ? new KeyBar.Key('n', "next") : new KeyBar.Key('k', "skip"));
        }
        if (more && model.passed()) {
            boolean on = model.settings().autoAdvance();
            keys.add(new KeyBar.Key('A', "turn auto-advance " + (on ? "off" : "on")));
        }
        keys.add(new KeyBar.Key('r', "run again"));
        keys.add(new KeyBar.Key('g', "go to the shell"));
    }

    private static void looking(WatchModel model, List<KeyBar.Key> keys) {
        if (model.panel() instanceof Panel.Welcome) {
            keys.add(new KeyBar.Key('i', "primer"));
            keys.add(new KeyBar.Key('p', "placement: where to start"));
        }
        if (!model.exercise().readme().hints().isEmpty()) {
            keys.add(new KeyBar.Key('h', "hint"));
        }
        keys.add(new KeyBar.Key('o', "open"));
        keys.add(new KeyBar.Key('t', "task"));
        if (model.verdict()
                        .filter(said -> !said.graded().checks().isEmpty() || !(said instanceof Verdict.NotStarted))
                        .isPresent()
                && !(model.panel() instanceof Panel.Nothing)) {
            keys.add(new KeyBar.Key('v', "verdict"));
        }
        if (model.after()
                .map(Aftermath::difference)
                .filter(some -> !some.equals(Difference.NONE))
                .isPresent()) {
            keys.add(new KeyBar.Key('d', "difference"));
        }
        if (model.idle() && model.passed() && !model.exercise().par().equals(Bill.ZERO)) {
            keys.add(new KeyBar.Key('b', "bills"));
        }
        if (Ladder.isEarned(model) || Ladder.offersAnswer(model)) {
            keys.add(new KeyBar.Key('s', "solution"));
        }
        keys.add(new KeyBar.Key('l', "list"));
    }

    /** What a key waits for that works at other times: a sentence for whoever presses it now. */
    static Optional<String> whyNot(WatchModel model, char key) {
        if (model.question().isPresent() || !model.idle()) {
            return Optional.empty();
        }
        boolean passed = model.passed();
        String id = model.exercise().id();
        return Optional.ofNullable(
                switch (key) {
                    case 'n' ->
                        passed ? "No exercise is left open; l shows them all." : id + " has to pass first; k skips it.";
                    case 'k' -> passed ? id + " passes: n goes on." : "No other exercise is open; l shows them all.";
                    case 'A' -> "A turns auto-advance on or off, once an exercise passes and another one is open.";
                    case 'a' -> "a asks the questions of an exercise that has some to predict; this one has none open.";
                    case 'd' ->
                        passed
                                ? "Nothing differs from the answer."
                                : "d compares your file with the answer, once this passes.";
                    case 'b' -> "b compares right answers by their bills, once this passes and has a price.";
                    case 's' ->
                        "The answer is sealed until this passes, or until you tried it long enough; h gives hints.";
                    case 'm' -> "Everything is on this page.";
                    default -> null;
                });
    }

    static boolean works(WatchModel model, char key) {
        return of(model).stream().anyMatch(known -> known.key() == key);
    }
}
