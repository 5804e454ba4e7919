package dojo.workbench.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a process's output to its end, so that it never blocks, and keeps the first part. */
final class Drain {
    private static final int KEPT = 8_192;

    private final CappedOutput kept = new CappedOutput(KEPT);

    private Drain() {}

    static Drain of(InputStream stream) {
        Drain drain = new Drain();
        Thread thread = new Thread(() -> drain.read(stream), "dojo-worker-drain");
        thread.setDaemon(true);
        thread.start();
        return drain;
    }

    private void read(InputStream stream) {
        byte[] buffer = new byte[8_192];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                kept.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // The process was killed in the middle of a sentence.
        }
    }

    String text() {
        return kept.text(StandardCharsets.UTF_8);
    }
}
