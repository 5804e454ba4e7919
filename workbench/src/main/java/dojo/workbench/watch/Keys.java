package dojo.workbench.watch;

import dojo.workbench.screen.KeyBar;
import java.util.ArrayList;
import java.util.List;

/** Which keys work in a state; nothing else decides it, so the bar never shows a key that does nothing. */
final class Keys {
    private Keys() {}

    static List<KeyBar.Key> of(WatchModel model) {
        if (model.question().isPresent()) {
            return List.of(new KeyBar.Key('y', "yes"), new KeyBar.Key('n', "no"));
        }
        var keys = new ArrayList<KeyBar.Key>();
        boolean idle = !model.checking() && !model.checkingAll();
        if (idle && model.passed() && model.next().isPresent()) {
            keys.add(new KeyBar.Key('n', "next"));
        }
        if (idle && !model.passed() && model.next().isPresent()) {
            keys.add(new KeyBar.Key('k', "skip"));
        }
        if (idle) {
            keys.add(new KeyBar.Key('r', "run again"));
            keys.add(new KeyBar.Key('g', "go to the shell"));
        }
        if (moreHints(model)) {
            keys.add(new KeyBar.Key('h', "hint"));
        }
        keys.add(new KeyBar.Key('t', "task"));
        keys.add(new KeyBar.Key('s', "solution"));
        keys.add(new KeyBar.Key('l', "list"));
        if (idle) {
            keys.add(new KeyBar.Key('c', "check all"));
            keys.add(new KeyBar.Key('x', "reset"));
        }
        keys.add(new KeyBar.Key('q', "quit"));
        return keys;
    }

    static boolean works(WatchModel model, char key) {
        return of(model).stream().anyMatch(known -> known.key() == key);
    }

    private static boolean moreHints(WatchModel model) {
        return !model.exercise().readme().hints().isEmpty();
    }
}
