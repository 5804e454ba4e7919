package dojo.lab;

import dojo.lab.door.Backroom;
import java.time.DateTimeException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Looks after a served lab: moves its clock, stops and starts its laws, and says what they did. */
final class LabDesk implements Backroom {

    static final String NAME = "_lab";
    static final String PATH = "/" + NAME;

    private static final int FINE = 200;
    private static final int SENSELESS = 400;

    private final Map<String, Function<Question, Object>> reports = new TreeMap<>();
    private final Map<String, Function<Question, Object>> levers = new TreeMap<>();

    LabDesk(Lab lab) {
        LabReports report = new LabReports(lab);
        reports.put("bill", report::bill);
        reports.put("clock", question -> report.clock());
        reports.put("faults", report::faults);
        reports.put("heat", report::heat);
        reports.put("keys", report::keys);
        reports.put("laws", question -> report.laws());
        reports.put("metrics", report::metrics);
        RegionDesk regions = new RegionDesk(lab);
        reports.put("regions", question -> regions.described());
        reports.put("trace", report::trace);
        reports.put("why", report::why);
        LabLevers lever = new LabLevers(lab);
        levers.put("clock", lever::clock);
        levers.put("faults", lever::faults);
        levers.put("replication", lever::replication);
        levers.putAll(regions.telling());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Saying answer(Question question) {
        Function<Question, Object> answer = (question.method().equals("POST") ? levers : reports).get(question.path());
        try {
            if (question.method().equals("GET") && question.path().isEmpty()) {
                return new Saying(FINE, JsonText.of(LabGuide.all()));
            }
            if (answer == null
                    || !(question.method().equals("POST") || question.method().equals("GET"))) {
                throw new IllegalArgumentException(unknown(question));
            }
            return new Saying(FINE, JsonText.of(answer.apply(question)));
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException | ArithmeticException senseless) {
            return new Saying(SENSELESS, JsonText.of(Map.of("message", String.valueOf(senseless.getMessage()))));
        }
    }

    private String unknown(Question question) {
        return "There is no " + question.method() + " " + PATH + "/" + question.path() + ". There is GET " + PATH
                + "/ with " + String.join(", ", reports.keySet()) + ", and POST " + PATH + "/ with "
                + String.join(", ", levers.keySet()) + "; GET " + PATH + " explains them.";
    }
}
