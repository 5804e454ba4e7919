package dojo.workbench.watch;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;

/** What somebody reads who starts for the first time. */
final class Welcome {
    private Welcome() {}

    static List<Line> lines(int width) {
        var lines = new ArrayList<Line>();
        lines.add(Line.of(Tone.TITLE, "Welcome to Dynamo Dojo."));
        lines.addAll(Line.of("Keep this window open beside your editor. Save a file, and within a moment you read here"
                        + " what holds, what does not, and what it cost in read and write units. Nothing leaves this"
                        + " machine. If you know only SQL, begin with the primer.")
                .wrap(width));
        return lines;
    }
}
