package dojo.lab.time;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Why a task does not give up its turn, as far as its thread shows. */
final class Stuck {

    /** Of the tools that a task stands on, a reader knows nothing and can change nothing. */
    private static final List<String> NOT_THE_TASKS_OWN = List.of(
            "java.",
            "jdk.",
            "sun.",
            "software.amazon.",
            "dojo.lab.door.",
            Task.class.getName() + ".",
            Turns.class.getName() + ".",
            VirtualClock.class.getName() + ".");

    private Stuck() {}

    static String words(Task task, Duration patience) {
        String where = Arrays.stream(task.thread().getStackTrace())
                .filter(frame -> NOT_THE_TASKS_OWN.stream().noneMatch((frame.getClassName() + ".")::startsWith))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return "The task '" + task.name() + "' has kept its turn for " + seconds(patience) + "; its thread is "
                + task.thread().getState() + where
                + ". Tasks act one at a time, so a task must neither run for ever nor wait for another one except by way"
                + " of the lab.";
    }

    private static String seconds(Duration patience) {
        return patience.toMillis() / 1000.0 + " s";
    }
}
