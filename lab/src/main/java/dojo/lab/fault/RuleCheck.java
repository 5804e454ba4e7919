package dojo.lab.fault;

import dojo.lab.store.Operation;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds rules that could never do what they say. */
final class RuleCheck {

    private RuleCheck() {}

    static void operation(Fault fault, Optional<String> operation, Optional<String> key) {
        operation.filter(name -> Operation.named(name).isEmpty()).ifPresent(name -> {
            throw wrong("No operation is called '" + name + "'. Write it as the API does, such as PutItem.");
        });
        Set<String> possible = fault.operations();
        operation
                .filter(name -> !possible.isEmpty() && !possible.contains(name))
                .ifPresent(name -> {
                    throw wrong(fault.spelling() + " happens only to " + String.join(" and ", new TreeSet<>(possible))
                            + ", never to " + name + ". Leave the operation out.");
                });
        if (fault == Fault.EXPIRED_ITERATOR && key.isPresent()) {
            throw wrong("GetRecords names no key, so expired-iterator with key '" + key.get()
                    + "' would never happen. Leave the key out.");
        }
    }

    static void frequency(
            Optional<Long> nth, Optional<Long> every, Optional<Double> probability, Optional<Long> times) {
        counted("nth", nth);
        counted("every", every);
        counted("times", times);
        probability.filter(p -> !(p >= 0 && p <= 1)).ifPresent(p -> {
            throw wrong("A probability of " + p + " is none. Give a number from 0 to 1.");
        });
        long ways =
                Stream.of(nth, every, probability).filter(Optional::isPresent).count();
        if (ways > 1) {
            throw wrong("A fault rule takes one of nth, every and probability, and this one has " + ways
                    + ". Make more rules of it.");
        }
    }

    static void extras(
            Fault fault,
            Optional<Moment> moment,
            Optional<Duration> atLeast,
            Optional<Duration> atMost,
            Optional<Double> share) {
        if (moment.isPresent() && !fault.hasMoments()) {
            throw wrong(fault.spelling() + " has no moment. Leave it out.");
        }
        if (share.isPresent() && fault != Fault.PARTIAL_BATCH) {
            throw wrong("Only a partial-batch has a share, not " + fault.spelling() + ". Leave it out.");
        }
        share.filter(part -> !(part > 0 && part < 1)).ifPresent(part -> {
            throw wrong("A share of " + part + " leaves no part of a batch. Give a number between 0 and 1.");
        });
        if ((atLeast.isPresent() || atMost.isPresent()) && !fault.takesTime()) {
            throw wrong("Only slow and no-answer take time, not " + fault.spelling()
                    + ". Leave at-least and at-most out, or add a rule with slow.");
        }
        duration("at-least", atLeast);
        duration("at-most", atMost);
        if (atLeast.isPresent() && atMost.isPresent() && atLeast.get().compareTo(atMost.get()) > 0) {
            throw wrong("at-least " + atLeast.get() + " is longer than at-most " + atMost.get() + ". Swap them.");
        }
    }

    private static void counted(String name, Optional<Long> number) {
        number.filter(n -> n < 1).ifPresent(n -> {
            throw wrong(name + " is " + n + ", and counting starts at 1. Give a whole number from 1.");
        });
    }

    private static void duration(String name, Optional<Duration> duration) {
        duration.filter(d -> d.isNegative() || d.compareTo(LONGEST) > 0).ifPresent(d -> {
            throw wrong(name + " is " + d + ". Give a time from 0 to 1 h.");
        });
    }

    /** Nobody waits longer for an answer, and a wall clock would really wait. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static IllegalArgumentException wrong(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
