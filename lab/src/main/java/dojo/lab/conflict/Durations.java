package dojo.lab.conflict;

import dojo.lab.law.Call;
import dojo.lab.law.Dice;
import java.time.Duration;

/** How long something takes this time. */
record Durations(Dice dice, double jitter) {

    /** A time around the mean, drawn for the operation of the call. */
    Duration around(Duration mean, Call call) {
        double spread =
                jitter * (2 * dice.roll(ConflictLaw.NAME, call.operation().name(), "") - 1);
        return Duration.ofNanos(Math.round(mean.toNanos() * (1 + spread)));
    }
}
