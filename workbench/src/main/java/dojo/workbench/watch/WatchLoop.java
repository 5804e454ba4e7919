package dojo.workbench.watch;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/** The thin loop around {@link WatchModel}: one queue of events, one thread that draws. */
final class WatchLoop {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Face face;
    private final Chores chores;
    private WatchModel model;

    private WatchLoop(Face face, Function<Consumer<Event>, Chores> chores, WatchModel model) {
        this.face = face;
        this.chores = chores.apply(events::add);
        this.model = model;
    }

    /** Runs until the learner leaves. */
    static void run(Face face, Function<Consumer<Event>, Chores> chores, WatchModel model) throws InterruptedException {
        new WatchLoop(face, chores, model).run();
    }

    private void run() throws InterruptedException {
        try (face;
                chores) {
            events.add(new Event.Opened());
            face.start(events::add);
            boolean open = true;
            while (open) {
                open = step(events.take());
            }
        }
    }

    private boolean step(Event event) throws InterruptedException {
        WatchModel before = model;
        WatchModel.Step step = model.on(event);
        model = step.model();
        boolean draw = false;
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Quit) {
                return false;
            } else if (effect instanceof Effect.OpenShell shell) {
                face.openShell(shell.exercise());
                chores.readProgress();
            } else if (effect instanceof Effect.OpenWindow window) {
                Event back = face.openWindow(window.what(), model);
                chores.readProgress();
                events.add(back);
            } else if (effect instanceof Effect.Draw) {
                draw = true;
            } else {
                chores.perform(effect);
            }
        }
        if (draw) {
            face.show(before, model);
        }
        return true;
    }
}
