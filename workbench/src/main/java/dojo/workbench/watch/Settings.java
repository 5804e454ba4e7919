package dojo.workbench.watch;

import java.time.Duration;

/**
 * How the learner likes the watch view.
 *
 * @param autoAdvance whether it goes on by itself, after a countdown that any key stops
 * @param countdown how long that countdown is
 */
record Settings(boolean autoAdvance, Duration countdown) {
    static final Settings USUAL = new Settings(false, Duration.ofSeconds(5));

    Settings withAutoAdvance(boolean on) {
        return new Settings(on, countdown);
    }

    int seconds() {
        return (int) countdown.toSeconds();
    }
}
