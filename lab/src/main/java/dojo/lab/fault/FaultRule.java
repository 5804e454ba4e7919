package dojo.lab.fault;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Meaning;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What goes wrong, with which requests, and when: with all that match, the n-th, every n-th, or some by chance.
 *
 * <p>{@code FaultRule.lostAnswer(Fault.CONNECTION_RESET).on("PutItem").nth(1)} loses the answer to the first put.
 *
 * @param fault what happens
 * @param moment when it happens; before the request is carried out unless said otherwise
 * @param operation only to requests of this operation, such as {@code PutItem}
 * @param table only to requests that name this table, in PartiQL and by ARN too
 * @param key only to requests that name this value of a partition key, written as text; PartiQL names none
 * @param nth only to this one of the requests that match, counted from 1
 * @param every only to each so-manieth of the requests that match
 * @param probability only to this share of the requests that match, drawn by the dice, from 0 to 1
 * @param times at most so often in all
 * @param atLeast the shortest time that a slow answer takes, or that is waited for none; 100 ms, and 30 s for none
 * @param atMost the longest; 1 s, and 30 s for none, or {@code atLeast} if only that is given
 * @param share how much of a batch is handed back on average, between 0 and 1; a half unless said otherwise. At least
 *     one item is handed back and at least one is done, and a batch of one is left alone
 */
public record FaultRule(
        @Meaning("What happens to the request.") Fault fault,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "After a 500 on a write, the write may have succeeded or failed.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html")
        @Meaning("When: before the request is carried out, as usual, or after, so that only the answer is lost.")
        Optional<Moment> moment,

        @Meaning("Only to requests of this operation, such as PutItem.")
        Optional<String> operation,

        @Meaning("Only to requests that name this table.") Optional<String> table,

        @Meaning("Only to requests that name this value of a partition key.")
        Optional<String> key,

        @Meaning("Only to this one of the requests that match, counted from 1.")
        Optional<Long> nth,

        @Meaning("Only to every so-manieth of the requests that match.")
        Optional<Long> every,

        @Meaning("Only to this share of the requests that match, from 0 to 1.")
        Optional<Double> probability,

        @Meaning("At most so often in all.") Optional<Long> times,

        @Fidelity(
                level = Level.OUR_MODEL,
                says = "A slow answer takes any time between two bounds, each equally likely.")
        @Meaning("The shortest time that slow or no-answer takes; usually 100 ms and 30 s.")
        Optional<Duration> atLeast,

        @Meaning("The longest time that slow or no-answer takes; usually 1 s and 30 s.")
        Optional<Duration> atMost,

        @Fidelity(
                level = Level.OUR_MODEL,
                says = "Each item of a partial batch is handed back with the same probability, by itself.")
        @Meaning("How much of a batch is handed back on average, between 0 and 1; usually 0.5.")
        Optional<Double> share) {

    /** As long as the SDK waits for an answer unless it is told otherwise: the read timeout of its HTTP clients. */
    @Fidelity(
            level = Level.DOCUMENTED,
            says = "An HTTP client of the AWS SDK for Java waits 30 seconds for an answer.",
            source =
                    "https://docs.aws.amazon.com/java/api/latest/software/amazon/awssdk/http/apache/ApacheHttpClient.Builder.html",
            fact = "sdk.read-timeout",
            unit = "seconds")
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Fidelity(level = Level.OUR_MODEL, says = "A slow answer takes 100 ms to 1 s unless a rule says otherwise.")
    private static final Duration SLOW_FROM = Duration.ofMillis(100);

    private static final Duration SLOW_TO = Duration.ofSeconds(1);

    @Fidelity(level = Level.OUR_MODEL, says = "Half of a partial batch is handed back unless a rule says otherwise.")
    private static final double HALF = 0.5;

    public FaultRule {
        RuleCheck.operation(fault, operation, key);
        RuleCheck.frequency(nth, every, probability, times);
        RuleCheck.extras(fault, moment, atLeast, atMost, share);
    }

    /** Happens to every request that it can happen to, before the request is carried out. */
    public static FaultRule of(Fault fault) {
        return new Draft(fault).rule();
    }

    /** Happens to every request, after the request was carried out. */
    public static FaultRule lostAnswer(Fault fault) {
        return of(fault).after();
    }

    /** The same after the request was carried out. */
    public FaultRule after() {
        return changed(draft -> draft.moment = Optional.of(Moment.AFTER_COMMIT));
    }

    /** The same for one operation only, such as {@code PutItem}. */
    public FaultRule on(String only) {
        return changed(draft -> draft.operation = Optional.of(only));
    }

    /** The same for one table only. */
    public FaultRule table(String only) {
        return changed(draft -> draft.table = Optional.of(only));
    }

    /** The same for one value of the partition key only. */
    public FaultRule key(String only) {
        return changed(draft -> draft.key = Optional.of(only));
    }

    /** The same for the n-th request that matches. */
    public FaultRule nth(long only) {
        return changed(draft -> draft.nth = Optional.of(only));
    }

    /** The same for every n-th request that matches. */
    public FaultRule every(long so) {
        return changed(draft -> draft.every = Optional.of(so));
    }

    /** The same for this share of the requests that match, from 0 to 1. */
    public FaultRule probability(double of) {
        return changed(draft -> draft.probability = Optional.of(of));
    }

    /** The same at most so often. */
    public FaultRule times(long most) {
        return changed(draft -> draft.times = Optional.of(most));
    }

    /** The same taking any time between these two. */
    public FaultRule taking(Duration least, Duration most) {
        return changed(draft -> {
            draft.atLeast = Optional.of(least);
            draft.atMost = Optional.of(most);
        });
    }

    /** The same handing back this share of a batch on average. */
    public FaultRule share(double of) {
        return changed(draft -> draft.share = Optional.of(of));
    }

    /** The moment, which is before the request is carried out unless said otherwise. */
    Moment when() {
        return moment.orElse(Moment.BEFORE_COMMIT);
    }

    /** How long it takes, for a roll of the dice from 0 to 1. */
    Duration time(double roll) {
        Duration shortest = fault == Fault.SLOW ? SLOW_FROM : PATIENCE;
        Duration least =
                atLeast.orElse(atMost.isPresent() && atMost.get().compareTo(shortest) < 0 ? Duration.ZERO : shortest);
        Duration longest = fault == Fault.SLOW ? SLOW_TO : PATIENCE;
        Duration most = atMost.orElse(atLeast.orElse(longest));
        return least.plusNanos((long) (roll * most.minus(least).toNanos()));
    }

    /** The share of a batch that is handed back. */
    double handedBack() {
        return share.orElse(HALF);
    }

    private FaultRule changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.rule();
    }

    @Override
    public String toString() {
        String what = fault.spelling() + (moment.isPresent() ? " " + when().words() : "");
        String where = operation.map(name -> " for " + name).orElse("")
                + table.map(name -> " on table " + name).orElse("")
                + key.map(value -> " with key " + value).orElse("");
        String often = nth.map(n -> ", request " + n + " of those").orElse("")
                + every.map(n -> ", each request " + n + " of those").orElse("")
                + probability.map(p -> ", with probability " + p).orElse("")
                + times.map(n -> ", at most " + n + (n == 1 ? " time" : " times"))
                        .orElse("");
        return what + where + often;
    }
}
