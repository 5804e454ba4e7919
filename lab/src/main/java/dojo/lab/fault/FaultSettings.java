package dojo.lab.fault;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Meaning;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which requests go wrong, and how.
 *
 * @param rules each by itself; where several strike one request, the delays add up and the first other fault happens
 */
public record FaultSettings(
        @Meaning(
                "What goes wrong: each rule by itself; delays add up, and of all else the first rule that strikes counts.")
        @Fidelity(
                level = Level.OUR_MODEL,
                says = "How often a healthy service fails, and in which of these ways, is drawn from rates of ours.")
        List<FaultRule> rules) {

    public FaultSettings {
        rules = List.copyOf(rules);
    }

    /** These rules. */
    public static FaultSettings of(FaultRule... rules) {
        return new FaultSettings(List.of(rules));
    }

    /** No rule yet; {@link FaultLaw#inject} adds them. */
    public static FaultSettings none() {
        return of();
    }

    /** A healthy service: of a million requests about fifty fail, a fifth of those after they were carried out. */
    @Fidelity(
            level = Level.DOCUMENTED,
            says =
                    "The service promises that of 10,000 requests at most one fails with a 500 or 503; ours fails rarer.",
            source = "https://aws.amazon.com/dynamodb/sla/")
    public static FaultSettings real() {
        return of(
                FaultRule.of(Fault.INTERNAL_SERVER_ERROR).probability(0.000_02),
                FaultRule.lostAnswer(Fault.INTERNAL_SERVER_ERROR).probability(0.000_005),
                FaultRule.of(Fault.SERVICE_UNAVAILABLE).probability(0.000_01),
                FaultRule.of(Fault.CONNECTION_RESET).probability(0.000_01),
                FaultRule.lostAnswer(Fault.CONNECTION_RESET).probability(0.000_005),
                FaultRule.of(Fault.SLOW)
                        .taking(Duration.ofMillis(20), Duration.ofMillis(200))
                        .probability(0.001));
    }

    /** A very bad day, with each kind of fault: about one request in eight fails. */
    public static FaultSettings chaos() {
        return new FaultSettings(Stream.of(
                        FaultRule.of(Fault.INTERNAL_SERVER_ERROR).probability(0.02),
                        FaultRule.lostAnswer(Fault.INTERNAL_SERVER_ERROR).probability(0.02),
                        FaultRule.of(Fault.SERVICE_UNAVAILABLE).probability(0.02),
                        FaultRule.lostAnswer(Fault.SERVICE_UNAVAILABLE).probability(0.01),
                        FaultRule.of(Fault.CONNECTION_RESET).probability(0.02),
                        FaultRule.lostAnswer(Fault.CONNECTION_RESET).probability(0.02),
                        FaultRule.of(Fault.NO_ANSWER)
                                .taking(Duration.ofMillis(200), Duration.ofMillis(500))
                                .probability(0.005),
                        FaultRule.lostAnswer(Fault.NO_ANSWER)
                                .taking(Duration.ofMillis(200), Duration.ofMillis(500))
                                .probability(0.005),
                        FaultRule.of(Fault.SLOW)
                                .taking(Duration.ofMillis(5), Duration.ofMillis(50))
                                .probability(0.05),
                        FaultRule.of(Fault.PARTIAL_BATCH).probability(0.3),
                        FaultRule.of(Fault.EXPIRED_ITERATOR).probability(0.02))
                .toList());
    }
}
