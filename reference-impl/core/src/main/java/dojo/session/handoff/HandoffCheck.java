package dojo.session.handoff;

import dojo.session.handoff.Part.Said;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Says whether an export is what was exported, and if not, what differs first.
 *
 * <p>Reads a line at a time and asks no database anything. Thread-safe.
 */
public final class HandoffCheck {
    private final KnownKeys keys;

    private HandoffCheck(KnownKeys keys) {
        this.keys = keys;
    }

    public static HandoffCheck with(KnownKeys keys) {
        return new HandoffCheck(keys);
    }

    /**
     * Reads the export to its end.
     *
     * @throws IOException if it cannot be read, for reasons that are not its own
     */
    public Verified check(Source source) throws IOException {
        try (InputStream in = source.open()) {
            Reading reading = Reading.begin(in, keys);
            Optional<Said> turn = reading.next();
            while (turn.isPresent()) {
                turn = reading.next();
            }
            return new Verified.Genuine(reading.manifest());
        } catch (Damage damage) {
            return new Verified.Refused(damage.problem());
        }
    }
}
