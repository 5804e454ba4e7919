package dojo.workbench.mutant;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.bill.Asker;
import dojo.lab.law.Call;
import dojo.lab.law.Next;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * One run of the checks in which the requests of one line are changed, and what could be changed in others is noted.
 *
 * <p>Only requests that somebody stands up for are looked at: whoever opens the labs has them find out which line asks, and
 * what a check asks for itself belongs to nobody. A request that DynamoDB refuses because it is invalid is no mistake that a
 * check could find; the run is worth nothing then. Safe for use by many threads.
 */
public final class Experiment {

    private final Mutant mutant;
    private final Set<Mutant> seen = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<String> startedOver = ConcurrentHashMap.newKeySet();
    private final Set<String> continued = ConcurrentHashMap.newKeySet();
    private volatile boolean applied;
    private volatile boolean invalid;

    /** @param mutant the change to make; {@link Mutant#NONE} makes none */
    public Experiment(Mutant mutant) {
        this.mutant = mutant;
    }

    /** The lab that the environment asks for, with this going on in it. */
    public Lab open() {
        Subject subject = new Subject();
        return subject.is(Lab.fromEnvironment(subject::apply));
    }

    /** A lab under laws, with this going on in it. */
    public Lab open(Laws laws) {
        Subject subject = new Subject();
        return subject.is(Lab.under(laws, subject::apply));
    }

    /** What could be changed, in the order in which it was met; whoever never goes on cannot forget to. */
    public List<Mutant> seen() {
        synchronized (seen) {
            return seen.stream()
                    .filter(one -> !one.change().equals(DeafReader.STOPS) || continued.contains(one.shape()))
                    .toList();
        }
    }

    /** Whether the change was made at least once. */
    public boolean applied() {
        return applied;
    }

    /** Whether DynamoDB refused a changed request as invalid. */
    public boolean invalid() {
        return invalid;
    }

    /** What happens to the requests of one lab. */
    private final class Subject {
        private final IndexKeys indexKeys = new IndexKeys();
        private final List<Operator> operators = List.of(
                new WeakerConditions(),
                new OtherReads(),
                new FewerMembers(),
                new WrongUnit(),
                new OtherToken(),
                new LostIndexKey(indexKeys));

        Lab is(Lab lab) {
            indexKeys.of(lab);
            return lab;
        }

        AwsResponse apply(Call call, Next next) {
            Optional<String> site = Asker.here();
            return site.isEmpty() ? next.answer(call) : changed(site.get(), call, next);
        }

        private AwsResponse changed(String site, Call call, Next next) {
            if (!Members.map(call.request(), "ExclusiveStartKey").isEmpty()) {
                continued.add(Placeholders.shape(call.request()));
            }
            List<Change<AwsRequest>> changes = new ArrayList<>();
            operators.forEach(operator -> changes.addAll(operator.on(call.request())));
            Optional<AwsRequest> changed = pick(site, call, changes).filter(request -> mayBe(call));
            try {
                AwsResponse answer = next.answer(changed.map(call::with).orElse(call));
                return pick(site, call, DeafReader.on(answer)).orElse(answer);
            } catch (AwsServiceException refusal) {
                if (changed.isPresent() && isInvalid(refusal)) {
                    invalid = true;
                }
                AwsResponse nothing = call.operation().emptyAnswer();
                return pick(site, call, DeafReader.on(refusal, nothing)).orElseThrow(() -> refusal);
            }
        }

        private boolean mayBe(Call call) {
            return !mutant.change().equals(OtherReads.STARTS_OVER)
                    || startedOver.add(Members.text(call.request(), "TableName").orElse(""));
        }
    }

    private <T> Optional<T> pick(String site, Call call, List<Change<T>> changes) {
        Optional<T> picked = Optional.empty();
        for (Change<T> change : changes) {
            Mutant possible =
                    new Mutant(site, call.operation().name(), Placeholders.shape(call.request()), change.words());
            seen.add(possible);
            if (picked.isEmpty() && possible.equals(mutant)) {
                picked = Optional.of(change.result());
                applied = true;
            }
        }
        return picked;
    }

    private static boolean isInvalid(AwsServiceException refusal) {
        return refusal.awsErrorDetails() != null
                && "ValidationException".equals(refusal.awsErrorDetails().errorCode());
    }
}
