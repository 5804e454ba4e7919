package dojo.workbench.shell;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a new process has of the old one's definitions.
 *
 * @param back what was declared again, because declaring does nothing else
 * @param lost variables whose values are gone
 * @param deeds how many snippets would have to run again to have those back
 */
record Recovery(Set<String> back, Set<String> lost, int deeds) {

    /** Declares again what is harmless. */
    static Recovery of(Engine engine, Journal journal) {
        var back = new LinkedHashSet<String>();
        var lost = new LinkedHashSet<String>();
        for (Journal.Entry entry : journal.alive()) {
            boolean again = entry.isHarmless()
                    && !engine.isLost()
                    && engine.run(entry.source()).stream().noneMatch(Outcome::failed);
            boolean visible = !entry.name().isEmpty() && !entry.name().startsWith("$");
            if (again && visible) {
                lost.remove(entry.called());
                back.add(entry.called());
            } else if (visible && entry.kind() != Journal.Kind.COMMAND) {
                back.remove(entry.called());
                lost.add(entry.called());
            }
        }
        return new Recovery(back, lost, journal.deeds().size());
    }

    List<Line> lines(int width) {
        var lines = new ArrayList<Line>();
        if (!back.isEmpty()) {
            lines.addAll(Line.of(Tone.GOOD, "Declared again: ")
                    .and(String.join(", ", back) + ".")
                    .wrap(width, 2));
        }
        if (!lost.isEmpty()) {
            lines.addAll(Line.of(Tone.NOTE, "Lost: ")
                    .and(String.join(", ", lost) + ".")
                    .wrap(width, 2));
        }
        if (deeds > 0) {
            lines.addAll(Line.of(Tone.KEY, "/replay")
                    .and(" runs again, in order, " + (deeds == 1 ? "the snippet" : "the " + deeds + " snippets")
                            + " that did something.")
                    .wrap(width, 2));
        }
        return lines;
    }
}
