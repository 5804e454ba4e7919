package dojo.lab.fault;

import dojo.lab.law.Call;
import dojo.lab.law.ConnectionLost;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.law.Refusals;
import dojo.lab.law.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Lets requests and answers go wrong by rule.
 *
 * <p>It stands before capacity and prices: a request that fails before it is carried out takes no units, one whose
 * answer is lost has taken them, and the bill says so. A caller that stops waiting has lost its answer, too: the request
 * runs to its end. Safe for use by many threads; with several at once, which of them is the n-th is up to them.
 */
@Fidelity(
        level = Level.NOT_MODELLED,
        says = "Faults that last, such as an Availability Zone that is away for minutes; set and clear rules instead.")
public final class FaultLaw implements Law {

    private static final String NAME = "faults";
    /** It must not tell whether the request was carried out: a broken connection does not, either. */
    private static final String LOST = "the connection broke before an answer came";

    private final Site site;
    private final List<ArmedRule> rules = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean paused;

    public FaultLaw(FaultSettings settings, Site site) {
        this.site = site;
        settings.rules().forEach(this::inject);
    }

    /** Adds a rule, behind those there are; it starts counting now. */
    public void inject(FaultRule rule) {
        rules.add(new ArmedRule(numbers.incrementAndGet(), rule));
    }

    /** Nothing goes wrong, and no rule counts, until {@link #resume}. */
    public void pause() {
        paused = true;
    }

    /** Goes on where {@link #pause} stopped. */
    public void resume() {
        paused = false;
    }

    /** Whether faults are paused. */
    public boolean paused() {
        return paused;
    }

    /** Drops all rules, those of the settings too. */
    public void clear() {
        rules.clear();
    }

    /** How each rule has fared so far, in their order. */
    public List<RuleCount> counts() {
        return rules.stream().map(ArmedRule::count).toList();
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        if (paused || rules.isEmpty()) {
            return next.answer(call);
        }
        Target target = Target.of(call, rules, site.items());
        List<ArmedRule> slow = new ArrayList<>();
        Optional<ArmedRule> fatal = strike(target, slow);
        delay(Moment.BEFORE_COMMIT, slow, call, target);
        try {
            return fatal.isEmpty() ? next.answer(call) : struck(fatal.get(), call, next, target);
        } finally {
            delay(Moment.AFTER_COMMIT, slow, call, target);
        }
    }

    /** The first rule that strikes, and into {@code slow} those that strike and only take time. All that match count. */
    private Optional<ArmedRule> strike(Target target, List<ArmedRule> slow) {
        Optional<ArmedRule> fatal = Optional.empty();
        for (ArmedRule rule : rules) {
            boolean takesTurn = rule.rule().fault() == Fault.SLOW || fatal.isEmpty();
            if (rule.matches(target) && rule.wants(site.dice(), target) && takesTurn && rule.strikes()) {
                if (rule.rule().fault() == Fault.SLOW) {
                    slow.add(rule);
                } else {
                    fatal = Optional.of(rule);
                }
            }
        }
        return fatal;
    }

    private void delay(Moment moment, List<ArmedRule> slow, Call call, Target target) {
        for (ArmedRule rule : slow) {
            if (rule.rule().when() == moment) {
                Duration time = rule.time(site.dice(), target);
                say(call, rule, "it takes " + time.toMillis() + " ms longer");
                site.clock().pass(time);
            }
        }
    }

    private AwsResponse struck(ArmedRule rule, Call call, Next next, Target target) {
        Fault fault = rule.rule().fault();
        if (fault == Fault.PARTIAL_BATCH) {
            return partial(rule, call, next, target);
        }
        if (rule.rule().when() == Moment.AFTER_COMMIT) {
            say(call, rule, "its answer is lost, " + answer(call, next) + "; it is " + fault.words());
        } else {
            say(call, rule, "it is never carried out; it is " + fault.words());
        }
        if (fault == Fault.NO_ANSWER) {
            site.clock().pass(rule.time(site.dice(), target));
        }
        throw failure(fault);
    }

    /** Carries the request out; what nobody will hear, in words. */
    private static String answer(Call call, Next next) {
        try {
            next.answer(call);
            return "which was a success";
        } catch (AwsServiceException refusal) {
            return "which was a " + refusal.getClass().getSimpleName();
        }
    }

    private AwsResponse partial(ArmedRule rule, Call call, Next next, Target target) {
        PartialBatch batch = target.batch().orElseThrow();
        Set<Integer> held = rule.held(site.dice(), target, batch.size());
        say(call, rule, held.size() + " of its " + batch.size() + " items are handed back");
        AwsResponse answer = batch.handingBack(held, next.answer(call.with(batch.without(held))));
        call.result(batch.result(answer));
        return answer;
    }

    private static RuntimeException failure(Fault fault) {
        return switch (fault) {
            case INTERNAL_SERVER_ERROR -> Refusals.internalServerError();
            case SERVICE_UNAVAILABLE -> Refusals.serviceUnavailable();
            case EXPIRED_ITERATOR -> Refusals.expiredIterator();
            case CONNECTION_RESET, NO_ANSWER -> new ConnectionLost(LOST);
            case SLOW, PARTIAL_BATCH -> throw new IllegalArgumentException(fault + " does not fail a request.");
        };
    }

    private void say(Call call, ArmedRule rule, String words) {
        site.trace().say(call, NAME, call.operation() + " meets " + rule + ": " + words);
    }
}
