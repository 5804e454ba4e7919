package dojo.lab.item;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells whoever asked of each change to an item.
 *
 * <p>Listeners are called on the thread of the writer, under the lock of the item: for one item in the order of its
 * changes, for several items at once. They must be quick, and must neither write items nor let time pass. Safe for use
 * by many threads.
 */
public final class Journal {

    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> dropListeners = new CopyOnWriteArrayList<>();

    /** From now on, tells the listener of each change. */
    public void subscribe(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /** From now on, tells the listener the bare name of each table that was deleted, items and all. */
    public void onDrop(Consumer<String> listener) {
        dropListeners.add(listener);
    }

    void dropped(String table) {
        dropListeners.forEach(listener -> listener.accept(table));
    }

    void publish(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }
}
