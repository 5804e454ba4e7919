package dojo.lab.capacity;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The policies that one table or index follows, at most one for each kind of access. */
final class AutoScaling {

    /** What is to be provisioned from now on. */
    record Change(double readUnits, double writeUnits) {

        String words() {
            return String.format(
                    Locale.ROOT, "auto scaling provisions %,.0f read and %,.0f write units", readUnits, writeUnits);
        }
    }

    private final long takes;
    private final Map<Access, Scaler> scalers = new EnumMap<>(Access.class);

    /** @param takes microseconds from a decision to the change */
    AutoScaling(long takes) {
        this.takes = takes;
    }

    void follow(Access access, Scaling policy) {
        scalers.put(access, new Scaler(policy, takes));
    }

    /** Ends a minute of both kinds; on demand there is nothing to scale. */
    Optional<Change> minute(Allowance reads, Allowance writes, boolean onDemand, long now) {
        double readsASecond = reads.endMinute(now);
        double writesASecond = writes.endMinute(now);
        if (onDemand) {
            return Optional.empty();
        }
        double read = wanted(Access.READ, readsASecond, reads, now);
        double write = wanted(Access.WRITE, writesASecond, writes, now);
        if (read == Scaler.STAY && write == Scaler.STAY) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                read == Scaler.STAY ? reads.provisioned() : read, write == Scaler.STAY ? writes.provisioned() : write));
    }

    private double wanted(Access access, double perSecond, Allowance allowance, long now) {
        Scaler scaler = scalers.get(access);
        return scaler == null ? Scaler.STAY : scaler.minute(perSecond, allowance.provisioned(), now);
    }
}
