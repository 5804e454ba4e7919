package dojo.session.rivals;

import dojo.lab.bill.Prices;
import dojo.session.Window.Consistency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every design's figures, with eventual and with strong loads, measured in one run. */
final class PriceList {
    /** What a chat turn of ours may take, its share of the touches of META included; the reads with eventual loads. */
    static final double MOST_WRITE_UNITS = 3.3;

    static final double MOST_READ_UNITS = 4.5;

    private static final JsonMapper JSON = new JsonMapper();

    private final Prices prices = Prices.onDemand();
    private final Map<Design, Figures> eventual;
    private final Map<Design, Figures> strong;

    private final Figures slow;

    private PriceList(Map<Design, Figures> eventual, Map<Design, Figures> strong, Figures slow) {
        this.eventual = eventual;
        this.strong = strong;
        this.slow = slow;
    }

    static PriceList measured() {
        return new PriceList(
                measured(Consistency.EVENTUAL), measured(Consistency.STRONG), Conversation.at(Conversation.SLOW_PACE));
    }

    /** Each conversation has a lab and a clock of its own, so they may as well be held at the same time. */
    private static Map<Design, Figures> measured(Consistency consistency) {
        return Arrays.stream(Design.values())
                .parallel()
                .collect(Collectors.toMap(design -> design, design -> Conversation.with(design, consistency)));
    }

    Figures of(Design design, Consistency consistency) {
        return Objects.requireNonNull((consistency == Consistency.STRONG ? strong : eventual).get(design));
    }

    /** Ours, for a user who takes his time: each note of activity is shared by fewer turns. */
    Figures slow() {
        return slow;
    }

    /** How many times our money a design takes, both loading alike. */
    double timesOurs(Design design, Consistency consistency) {
        return of(design, consistency).millionTurns(prices)
                / of(Design.OURS, consistency).millionTurns(prices);
    }

    /** One line of JSON that says what was measured, then one for each design; {@code dojo bench memory} prints them. */
    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(JSON.createObjectNode()
                .put("questionBytes", Script.QUESTION_BYTES)
                .put("answerBytes", Script.ANSWER_BYTES)
                .put("window", Conversation.WINDOW)
                .put("held", Conversation.HELD)
                .put("minutes", Conversation.length().toMinutes())
                .put("secondsBetweenTurns", Conversation.PACE.toSeconds())
                .put("secondsOfSlowTurns", Conversation.SLOW_PACE.toSeconds())
                .put("writeUnitsOfSlowTurns", slow.writeUnits())
                .put("mostWriteUnits", MOST_WRITE_UNITS)
                .put("mostReadUnits", MOST_READ_UNITS)
                .put("prices", prices.toString())
                .toString());
        for (Design design : Design.values()) {
            ObjectNode line = JSON.createObjectNode().put("design", design.title());
            if (design.atLeastTimesOurs() > 0) {
                line.put("atLeastTimesOurs", design.atLeastTimesOurs());
            }
            line.set("eventual", figures(design, Consistency.EVENTUAL));
            line.set("strong", figures(design, Consistency.STRONG));
            lines.add(line.toString());
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, lines);
    }

    private ObjectNode figures(Design design, Consistency consistency) {
        Figures figures = of(design, consistency);
        return JSON.createObjectNode()
                .put("writeUnits", figures.writeUnits())
                .put("readUnits", figures.readUnits())
                .put("requests", figures.requests())
                .put("bytes", figures.bytes())
                .put("dollarsAMillionTurns", figures.millionTurns(prices))
                .put("timesOurs", timesOurs(design, consistency))
                .put("mostTurnsASecond", figures.mostTurnsASecond());
    }
}
