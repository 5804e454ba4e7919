package dojo.lab.time;

import java.time.Duration;

/** Clocks go forward only. */
final class Steps {

    private Steps() {}

    static Duration forward(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("The clock was asked to take a step of " + step
                    + ", but it only goes forward. Give a duration of zero or more.");
        }
        return step;
    }
}
