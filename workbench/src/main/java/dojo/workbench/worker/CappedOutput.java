package dojo.workbench.worker;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;

/** Keeps the first bytes and counts the rest, so that a flood costs neither memory nor time. Thread-safe. */
final class CappedOutput extends OutputStream {
    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long dropped;

    CappedOutput(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void write(int b) {
        if (kept.size() < limit) {
            kept.write(b);
        } else {
            dropped++;
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int room = Math.min(length, limit - kept.size());
        kept.write(bytes, offset, room);
        dropped += length - room;
    }

    /** What was kept and how much was not; starts anew. */
    synchronized String take(Charset charset) {
        String text = text(charset);
        kept.reset();
        dropped = 0;
        return text;
    }

    synchronized String text(Charset charset) {
        String text = kept.toString(charset);
        return dropped == 0 ? text : text + "\n… and " + dropped + " bytes more, not kept.\n";
    }
}
