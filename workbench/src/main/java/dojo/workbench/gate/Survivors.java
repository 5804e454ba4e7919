package dojo.workbench.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why no check of an exercise need notice certain changes to its answer: a file beside the answers, one line each.
 *
 * <p>A line is the change as the gate names it, a bar, and {@code equivalent:} or {@code accepted:} with the reason. The
 * first says that the change changes nothing that anybody could see, so it does not count; the second counts.
 */
public record Survivors(Map<String, Reason> reasons, List<String> mistakes) {

    static final String FOLDER = "solutions/src/survivors";

    private static final Pattern LINE = Pattern.compile("(.+?) +\\| +(equivalent|accepted): +(.{20,})");

    /** Why a change may survive. */
    public record Reason(boolean equivalent, String words) {
        @Override
        public String toString() {
            return (equivalent ? "equivalent: " : "accepted: ") + words;
        }
    }

    /** The reasons kept for the exercise; none if it has no file. */
    static Survivors of(Path root, String exercise) throws IOException {
        Path file = root.resolve(FOLDER).resolve(exercise + ".txt");
        Map<String, Reason> reasons = new LinkedHashMap<>();
        List<String> mistakes = new ArrayList<>();
        for (String line : Files.isRegularFile(file) ? Files.readAllLines(file) : List.<String>of()) {
            Matcher read = LINE.matcher(line.strip());
            if (read.matches()) {
                reasons.put(read.group(1), new Reason(read.group(2).equals("equivalent"), read.group(3)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                mistakes.add("\"" + line + "\" in " + FOLDER + "/" + exercise
                        + ".txt is not \"change | equivalent: reason\" or \"change | accepted: reason\".");
            }
        }
        return new Survivors(reasons, mistakes);
    }

    Optional<Reason> of(String name) {
        return Optional.ofNullable(reasons.get(name));
    }

    Set<String> names() {
        return reasons.keySet();
    }
}
