package dojo.workbench.watch;

import dojo.workbench.screen.KeyBar.Key;
import java.util.ArrayList;
import java.util.List;

/** Which keys work in a state; nothing else decides it, so the bar never shows a key that does nothing. */
final class Keys {
    private Keys() {}

    static List<Key> of(WatchModel model) {
        if (model.question().isPresent()) {
            return List.of(new Key('y', "yes"), new Key('n', "no"));
        }
        var keys = new ArrayList<Key>();
        boolean idle = !model.checking() && !model.checkingAll();
        if (idle && model.passed() && model.next().isPresent()) {
            keys.add(new Key('n', "next"));
        }
        if (idle) {
            keys.add(new Key('r', "run again"));
            keys.add(new Key('g', "go to the shell"));
        }
        if (moreHints(model)) {
            keys.add(new Key('h', "hint"));
        }
        keys.add(new Key('t', "task"));
        keys.add(new Key('s', "solution"));
        keys.add(new Key('l', "list"));
        if (idle) {
            keys.add(new Key('c', "check all"));
            keys.add(new Key('x', "reset"));
        }
        keys.add(new Key('q', "quit"));
        return keys;
    }

    static boolean works(WatchModel model, char key) {
        return of(model).stream().anyMatch(known -> known.key() == key);
    }

    private static boolean moreHints(WatchModel model) {
        return !model.exercise().readme().hints().isEmpty();
    }
}
