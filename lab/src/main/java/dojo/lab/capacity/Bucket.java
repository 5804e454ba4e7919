package dojo.lab.capacity;

/**
 * Tokens that come at a steady rate and are kept up to a depth. Taking may leave a debt, which later tokens pay first.
 *
 * <p>Not safe for use by several threads. Times are microseconds; one that lies in the past changes nothing.
 */
final class Bucket {

    private static final double MICROS = 1e6;

    private final long grain;
    private double perMicro;
    private double depth;
    private double tokens;
    private long filled;

    /** @param grain microseconds from one refill to the next, on the grid of the clock */
    Bucket(double perSecond, double depth, double tokens, long grain, long now) {
        this.grain = grain;
        this.perMicro = perSecond / MICROS;
        this.depth = depth;
        this.tokens = tokens;
        this.filled = now - Math.floorMod(now, grain);
    }

    /** Never empty. */
    static Bucket unlimited() {
        return new Bucket(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1, 0);
    }

    boolean hasTokens(long now) {
        refill(now);
        return tokens > 0;
    }

    void take(double units) {
        tokens -= units;
    }

    /** Changes rate and depth from now on; the tokens stay, as far as they fit. */
    void reshape(double perSecond, double newDepth, long now) {
        refill(now);
        perMicro = perSecond / MICROS;
        depth = newDepth;
        tokens = Math.min(tokens, depth);
    }

    private void refill(long now) {
        long elapsed = now - filled;
        if (elapsed < grain) {
            return;
        }
        if (grain > 1) {
            elapsed -= elapsed % grain;
        }
        filled += elapsed;
        tokens = Math.min(depth, tokens + elapsed * perMicro);
    }
}
