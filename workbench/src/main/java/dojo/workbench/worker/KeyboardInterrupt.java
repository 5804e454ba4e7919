package dojo.workbench.worker;

/** Ctrl-C, which reaches every process at the terminal. */
public final class KeyboardInterrupt {
    private KeyboardInterrupt() {}

    /** Leaves it to the parent, which says in its own time when this process shall end. */
    public static void leaveToTheParent() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object interrupt = signal.getConstructor(String.class).newInstance("INT");
            Object ignore = handler.getField("SIG_IGN").get(null);
            signal.getMethod("handle", signal, handler).invoke(null, interrupt, ignore);
        } catch (ReflectiveOperationException e) {
            // Not every JVM has these classes; Ctrl-C then ends this process together with its parent.
        }
    }
}
