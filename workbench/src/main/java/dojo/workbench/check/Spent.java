package dojo.workbench.check;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Progress;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was spent at one place: by one request, or by all requests of one line.
 *
 * @param where the learner's line that asked, as {@code path:line}; empty when the check itself asked, or nobody knows
 */
public record Spent(Bill bill, Optional<String> where) {

    /** Entries of a ledger, one a line: read units, write units, and the line that asked, if it is known. */
    static List<Spent> read(String entries) {
        return entries.lines()
                .map(entry -> entry.split(" ", 3))
                .map(words -> new Spent(
                        new Bill(1, Double.parseDouble(words[0]), Double.parseDouble(words[1])),
                        Optional.of(words[2]).filter(line -> !line.isEmpty())))
                .toList();
    }

    /** The line by the name of its file alone: {@code CatchUp.java:24}. */
    public Optional<String> shortly() {
        return where.map(line -> line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1));
    }

    /** What each line of the learner's spent, the dearest first; of two at one price, the one that asked first. */
    static List<Spent> byLine(List<Spent> requests) {
        Map<String, Bill> lines = new LinkedHashMap<>();
        requests.forEach(request -> request.where().ifPresent(line -> lines.merge(line, request.bill(), Bill::plus)));
        return lines.entrySet().stream()
                .map(line -> new Spent(line.getValue(), Optional.of(line.getKey())))
                .sorted(Comparator.comparing(Spent::bill, Progress.BY_PRICE).reversed())
                .toList();
    }
}
