package dojo.session.chaos;

import dojo.lab.law.TraceLine;
import dojo.session.chaos.History.Look;
import dojo.session.dynamo.Raw.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * A violation, and what a reader needs to understand it.
 *
 * @param evidence the few calls which together show the violation
 * @param shortest the shortest beginning of the session's history that shows it
 * @param trace what the laws did to requests for the session
 */
record Report(long seed, Violation violation, History evidence, History shortest, List<TraceLine> trace) {
    private static final int LINES = 60;

    static List<Report> of(long seed, List<History> histories, Census census, List<TraceLine> trace) {
        List<Report> reports = new ArrayList<>();
        for (History history : histories) {
            List<Violation> violations = Checker.check(history);
            if (!violations.isEmpty()) {
                Violation violation = violations.get(0);
                History shortest = shortest(history, violation);
                reports.add(new Report(
                        seed,
                        violation,
                        evidence(shortest, violation),
                        shortest,
                        census.about(history.session().value(), trace)));
            }
        }
        return reports;
    }

    /** The first calls after which the violation is to be seen, and what was found in the table by then. */
    private static History shortest(History history, Violation violation) {
        int few = 0;
        int enough = history.ops().size();
        while (few < enough) {
            int some = (few + enough) / 2;
            if (shows(history.prefix(some), violation)) {
                enough = some;
            } else {
                few = some + 1;
            }
        }
        return history.prefix(enough);
    }

    /** Leaves out call after call as long as the rest still shows the same. */
    private static History evidence(History history, Violation violation) {
        History rest = history;
        for (Op op : history.ops()) {
            History without = rest.without(op);
            if (shows(without, violation)) {
                rest = without;
            }
        }
        return rest;
    }

    private static boolean shows(History history, Violation violation) {
        return Checker.check(history).stream()
                .anyMatch(other ->
                        other.kind() == violation.kind() && other.about().equals(violation.about()));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("\nseed ")
                .append(seed)
                .append(", session ")
                .append(shortest.session())
                .append(": ")
                .append(violation);
        text.append("\n\n  what shows it:\n");
        lines(text, shortest.ops().stream().filter(this::concerns).toList());
        shortest.looks().forEach(look -> text.append("  ").append(words(look)).append('\n'));
        text.append("\n  the shortest beginning of the history that shows it has ")
                .append(shortest.ops().size())
                .append(" calls; the last of them:\n");
        lines(text, shortest.ops());
        text.append("\n  what the laws did to requests for this session, at last:\n");
        lines(text, trace);
        text.append("\n  again, alone: -Ddojo.chaos.seed=").append(seed).append(" -Ddojo.chaos.operations=1\n");
        return text.toString();
    }

    /** Calls that the violation cannot do without, and those that mention what it is about. */
    private boolean concerns(Op op) {
        String about = violation.about().substring(violation.about().lastIndexOf(' ') + 1);
        return evidence.ops().contains(op) || op.toString().contains(about);
    }

    private static void lines(StringBuilder text, List<?> all) {
        all.subList(Math.max(0, all.size() - LINES), all.size())
                .forEach(line -> text.append("  ").append(line).append('\n'));
    }

    private String words(Look look) {
        StringBuilder words = new StringBuilder("in the table at " + look.time() + ": ");
        words.append(look.stored()
                .head()
                .map(head -> "log " + head.epoch() + " is open; ")
                .orElse("no head; "));
        look.stored().logs().forEach((epoch, slots) -> {
            if (violation.toString().contains(epoch.toString())) {
                words.append("log ")
                        .append(epoch)
                        .append(slots.stream().map(Report::word).toList());
            }
        });
        return words.toString();
    }

    private static String word(Slot slot) {
        return slot.number() + "=" + slot.turn().map(turn -> turn.id().value()).orElse("closed");
    }
}
