package dojo.workbench.worker;

import java.lang.reflect.Proxy;

/** Ctrl-C in a terminal reaches every process of the group; only the parent may answer it. */
final class Interrupts {
    private Interrupts() {}

    static void ignore() {
        try {
            // By reflection: the class is the JDK's own, and naming it is a warning that cannot be suppressed.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object nothing = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> null);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), nothing);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Without it, Ctrl-C ends the worker together with the parent, which is what a terminal user expects too.
        }
    }
}
