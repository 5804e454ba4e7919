package dojo.workbench.watch;

import java.time.Duration;

/**
 * How long the watch view waits for things.
 *
 * @param quiet after a change of a file, until it is checked
 * @param second between two steps of a countdown
 * @param patience until somebody who does not get on is offered the answer
 */
record Pace(Duration quiet, Duration second, Duration patience) {
    static final Pace USUAL = new Pace(Duration.ofMillis(20), Duration.ofSeconds(1), Duration.ofMinutes(20));
}
