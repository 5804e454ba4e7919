package dojo.lab.fault;

import dojo.lab.law.Dice;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A rule in force, and how often it matched and struck. Safe for use by many threads. */
final class ArmedRule {

    private final int number;
    private final FaultRule rule;
    private final AtomicLong matched = new AtomicLong();
    private final AtomicLong struck = new AtomicLong();

    /** @param number its place among all rules that this law ever had, from 1 */
    ArmedRule(int number, FaultRule rule) {
        this.number = number;
        this.rule = rule;
    }

    FaultRule rule() {
        return rule;
    }

    /** Whether the request is one of those that the rule counts. */
    boolean matches(Target target) {
        Set<String> possible = rule.fault().operations();
        return rule.operation().map(target.operation()::equals).orElse(true)
                && (possible.isEmpty() || possible.contains(target.operation()))
                && (rule.fault() != Fault.PARTIAL_BATCH || target.batch().isPresent())
                && rule.table().map(target.tables()::contains).orElse(true)
                && rule.key().map(target::hasKey).orElse(true);
    }

    /** Counts a request that matches; whether the rule wants it. */
    boolean wants(Dice dice, Target target) {
        long place = matched.incrementAndGet();
        return rule.nth().map(n -> n == place).orElse(true)
                && rule.every().map(n -> place % n == 0).orElse(true)
                && rule.probability()
                        .map(p -> roll(dice, "strikes", target) < p)
                        .orElse(true);
    }

    /** Counts a strike, unless there were as many as the rule allows. */
    boolean strikes() {
        long most = rule.times().orElse(Long.MAX_VALUE);
        return struck.getAndUpdate(so -> so < most ? so + 1 : so) < most;
    }

    /** How long the fault takes this time. */
    Duration time(Dice dice, Target target) {
        return rule.time(roll(dice, "time", target));
    }

    /** The places in a batch that are handed back: at least one, and not all, of which the service refuses the batch. */
    Set<Integer> held(Dice dice, Target target, int size) {
        Set<Integer> held = new HashSet<>();
        int favourite = (int) (roll(dice, "favourite", target) * size);
        for (int place = 0; place < size; place++) {
            if (roll(dice, "item", target) < rule.handedBack()) {
                held.add(place);
            }
        }
        if (held.isEmpty()) {
            held.add(favourite);
        } else if (held.size() == size) {
            held.remove(favourite);
        }
        return held;
    }

    private double roll(Dice dice, String what, Target target) {
        return dice.roll("faults." + number + "." + what, target.operation(), target.key());
    }

    RuleCount count() {
        return new RuleCount(rule, matched.get(), struck.get());
    }

    @Override
    public String toString() {
        return "rule " + number + " (" + rule + ")";
    }
}
