package dojo.lab.fault;

import java.time.Duration;
import java.util.Optional;

/** A rule while it is being changed: it has too many parts to name them all for each change. */
final class Draft {

    private final Fault fault;
    Optional<Moment> moment = Optional.empty();
    Optional<String> operation = Optional.empty();
    Optional<String> table = Optional.empty();
    Optional<String> key = Optional.empty();
    Optional<Long> nth = Optional.empty();
    Optional<Long> every = Optional.empty();
    Optional<Double> probability = Optional.empty();
    Optional<Long> times = Optional.empty();
    Optional<Duration> atLeast = Optional.empty();
    Optional<Duration> atMost = Optional.empty();
    Optional<Double> share = Optional.empty();

    Draft(Fault fault) {
        this.fault = fault;
    }

    Draft(FaultRule rule) {
        this(rule.fault());
        moment = rule.moment();
        operation = rule.operation();
        table = rule.table();
        key = rule.key();
        nth = rule.nth();
        every = rule.every();
        probability = rule.probability();
        times = rule.times();
        atLeast = rule.atLeast();
        atMost = rule.atMost();
        share = rule.share();
    }

    FaultRule rule() {
        return new FaultRule(
                fault, moment, operation, table, key, nth, every, probability, times, atLeast, atMost, share);
    }
}
