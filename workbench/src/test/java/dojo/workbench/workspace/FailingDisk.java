package dojo.workbench.workspace;

import java.io.IOException;
import java.nio.file.Path;

/** A disk that takes a number of steps and none after it. */
final class FailingDisk implements Disk {
    private final Disk disk;
    private final int failing;
    private int step;

    FailingDisk(Disk disk, int failing) {
        this.disk = disk;
        this.failing = failing;
    }

    @Override
    public void write(Path file, byte[] text, boolean runs) throws IOException {
        step();
        disk.write(file, text, runs);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        disk.delete(file);
    }

    private void step() throws IOException {
        if (++step >= failing) {
            throw new PowerFailure();
        }
    }

    static final class PowerFailure extends IOException {
        private static final long serialVersionUID = 1L;

        PowerFailure() {
            super("No space left on device");
        }
    }
}
