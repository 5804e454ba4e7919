package dojo.lab;

import dojo.lab.bill.Bill;
import dojo.lab.bill.RequestLine;
import dojo.lab.door.Backroom;
import dojo.lab.law.TraceLine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Looks after a served lab: moves its clock, stops and starts its laws, and says what they did. */
final class LabDesk implements Backroom {

    static final String NAME = "_lab";
    static final String PATH = "/" + NAME;

    private static final int FINE = 200;
    private static final int SENSELESS = 400;
    private static final int USUAL_LINES = 100;
    private static final Duration LONGEST_STEP = Duration.ofDays(366);

    private final Lab lab;
    private final Map<String, Function<Question, Object>> asking = new TreeMap<>();
    private final Map<String, Function<Question, Object>> telling = new TreeMap<>();

    LabDesk(Lab lab) {
        this.lab = lab;
        asking.put("clock", question -> Map.of("now", lab.clock().instant()));
        asking.put("bill", this::bill);
        asking.put("trace", this::trace);
        asking.put("why", this::why);
        asking.put("laws", question -> laws());
        telling.put("clock", this::moveClock);
        RegionDesk regions = new RegionDesk(lab);
        asking.put("regions", question -> regions.described());
        telling.putAll(regions.telling());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Saying answer(Question question) {
        boolean tells = question.method().equals("POST");
        Function<Question, Object> answer = (tells ? telling : asking).get(question.path());
        try {
            if (answer == null) {
                throw new IllegalArgumentException(unknown(question));
            }
            return new Saying(FINE, JsonText.of(answer.apply(question)));
        } catch (IllegalArgumentException | IllegalStateException senseless) {
            return new Saying(SENSELESS, JsonText.of(Map.of("message", String.valueOf(senseless.getMessage()))));
        }
    }

    private String unknown(Question question) {
        return "There is no " + question.method() + " " + PATH + "/" + question.path() + ". There is GET " + PATH
                + "/ with " + String.join(", ", asking.keySet()) + ", and POST " + PATH + "/ with "
                + String.join(", ", telling.keySet()) + ".";
    }

    private Object moveClock(Question question) {
        Duration step =
                Wish.in(question.body(), "advance", "{\"advance\":\"PT3H\"}").duration();
        if (step.compareTo(LONGEST_STEP) > 0) {
            throw new IllegalArgumentException("\"advance\" is " + step + ", which is more than "
                    + LONGEST_STEP.toDays() + " days. Go there in several steps.");
        }
        lab.clock().advance(step);
        return Map.of("now", lab.clock().instant());
    }

    private Object bill(Question question) {
        Bill bill = lab.meter().billSince(0);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("requests", bill.requests());
        said.put("readUnits", bill.readUnits());
        said.put("writeUnits", bill.writeUnits());
        said.put(
                "lines",
                last(question, lab.meter().lines()).stream()
                        .map(RequestLine::toString)
                        .toList());
        return said;
    }

    private Object trace(Question question) {
        return Map.of(
                "lines",
                last(question, lab.trace().lines()).stream().map(LabDesk::line).toList());
    }

    private Object why(Question question) {
        String request = question.query().getOrDefault("request", "");
        if (!request.matches("DOJO[0-9]{48}")) {
            throw new IllegalArgumentException(
                    "\"" + request + "\" is no request of this lab. Give the x-amzn-RequestId of" + " an answer: "
                            + PATH + "/why?request=DOJO000….");
        }
        long call = Long.parseLong(request.substring(request.length() - 18));
        return Map.of(
                "call",
                call,
                "lines",
                lab.trace().why(call).stream().map(LabDesk::line).toList());
    }

    private Object laws() {
        return Map.of(
                "seed",
                lab.laws().seed(),
                "laws",
                lab.laws().settings().stream().map(Record::toString).toList());
    }

    private static Object line(TraceLine line) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("call", line.call());
        said.put("at", line.at());
        said.put("law", line.law());
        said.put("words", line.words());
        return said;
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
