package dojo.workbench.worker;

import dojo.lab.Lab;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The lab of one run: taken when a test first asks for it, for most bring their own, and closed with the run. Thread-safe. */
final class RunLab implements Supplier<Lab>, AutoCloseable {
    private final Supplier<Lab> source;
    private @Nullable Lab taken;

    RunLab(Supplier<Lab> source) {
        this.source = source;
    }

    @Override
    public synchronized Lab get() {
        Lab lab = taken == null ? source.get() : taken;
        taken = lab;
        return lab;
    }

    @Override
    public synchronized void close() {
        if (taken != null) {
            taken.close();
        }
    }
}
