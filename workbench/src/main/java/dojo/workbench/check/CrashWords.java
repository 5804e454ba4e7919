package dojo.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.worker.Memory;
import java.util.Optional;

/** Why a worker process ended, in a sentence. */
final class CrashWords {
    /** HotSpot's exit code under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private CrashWords() {}

    static String of(
            Optional<Integer> exitCode, String lastWords, Optional<JsonNode> exiting, Optional<JsonNode> threads) {
        if (threads.isPresent()) {
            return "Your code started " + threads.get().path("count").asInt()
                    + " threads, and the process was stopped before they hurt the machine; use a bounded pool.";
        }
        if (exiting.isPresent()) {
            return "Your code ended the whole process with System.exit; return or throw instead.";
        }
        int code = exitCode.orElse(-1);
        if (code == OUT_OF_MEMORY || lastWords.contains("OutOfMemoryError")) {
            return "Your code needed more memory than the " + Memory.MEGABYTES
                    + " MB it has; does it collect without end, or read everything at once?";
        }
        String words = lastWords.isBlank() ? "" : " The JVM said: " + firstLine(lastWords);
        return "The process that ran your code ended with code " + code
                + "; Runtime.halt does that, and so does a crash of the JVM." + words;
    }

    private static String firstLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }
}
