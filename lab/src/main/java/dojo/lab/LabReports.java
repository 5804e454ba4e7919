package dojo.lab;

import dojo.lab.bill.Bill;
import dojo.lab.bill.RequestLine;
import dojo.lab.capacity.CapacityLaw;
import dojo.lab.capacity.HeatLine;
import dojo.lab.door.Backroom.Question;
import dojo.lab.fault.FaultLaw;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a lab that is served says about itself. */
record LabReports(Lab lab) {

    private static final int USUAL_LINES = 100;

    Object clock() {
        return Map.of("now", lab.clock().instant());
    }

    Object bill(Question question) {
        Bill bill = branch(question).meter().total();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("requests", bill.requests());
        said.put("readUnits", bill.readUnits());
        said.put("writeUnits", bill.writeUnits());
        said.put(
                "lines",
                last(question, branch(question).meter().lines()).stream()
                        .map(RequestLine::toString)
                        .toList());
        return said;
    }

    Object trace(Question question) {
        return Map.of("lines", last(question, lab.trace().lines()));
    }

    /** Why the answer with this request id is what it is. */
    Object why(Question question) {
        String request = question.query().getOrDefault("request", "");
        if (!request.matches("DOJO[0-9]{48}")) {
            throw new IllegalArgumentException("\"" + request
                    + "\" is no request of this lab. Give the x-amzn-RequestId of an answer: " + LabDesk.PATH
                    + "/why?request=DOJO000….");
        }
        long call = Long.parseLong(request.substring(request.length() - 18));
        return Map.of("call", call, "lines", lab.trace().why(call));
    }

    Object laws() {
        return Map.of("seed", lab.laws().seed(), "file", lab.laws().print());
    }

    Object faults(Question question) {
        Optional<FaultLaw> law = branch(question).law(FaultLaw.class);
        return Map.of(
                "paused",
                law.map(FaultLaw::paused).orElse(false),
                "rules",
                law.map(FaultLaw::counts).orElse(List.of()));
    }

    Object metrics(Question question) {
        return Map.of("minutes", capacity(question).metrics());
    }

    Object keys(Question question) {
        return Map.of("keys", capacity(question).topKeys());
    }

    Object heat(Question question) {
        List<HeatLine> heat = capacity(question).heat();
        return Map.of("partitions", heat.stream().map(LabReports::cell).toList());
    }

    private static Object cell(HeatLine line) {
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("table", line.table());
        line.index().ifPresent(index -> cell.put("index", index));
        cell.put("partition", line.heat().partition());
        // Beyond what JavaScript holds in a number.
        cell.put("fromHash", Long.toHexString(line.heat().fromHash()));
        cell.put("toHash", Long.toHexString(line.heat().toHash()));
        cell.put("readUnits", line.heat().readUnits());
        cell.put("writeUnits", line.heat().writeUnits());
        cell.put("readLimit", line.readLimit());
        cell.put("writeLimit", line.writeLimit());
        cell.put("throttles", line.heat().throttles());
        cell.put("hottestKey", line.hottestKey());
        cell.put("hottestShare", line.heat().hottestShare());
        cell.put("items", line.heat().items());
        cell.put("bytes", line.heat().bytes());
        return cell;
    }

    private CapacityLaw capacity(Question question) {
        return branch(question).law(CapacityLaw.class).orElseThrow(() -> LabLevers.missing("capacity"));
    }

    private Branch branch(Question question) {
        String region = question.query().get("region");
        return region == null ? lab.home() : lab.in(region);
    }

    private static <T> List<T> last(Question question, List<T> lines) {
        String asked = question.query().getOrDefault("last", String.valueOf(USUAL_LINES));
        if (!asked.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("last=" + asked + " is no number of lines. Give one like last=100.");
        }
        int count = Integer.parseInt(asked);
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
}
