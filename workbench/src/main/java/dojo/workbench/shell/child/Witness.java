package dojo.workbench.shell.child;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;

/** Stands before all laws and notes what was asked and what came of it, the latest {@value #KEPT}. Thread-safe. */
final class Witness implements Law {
    private static final int KEPT = 1_000;

    private final Deque<Seen> seen = new ArrayDeque<>();
    private long count;

    /**
     * One request as its sender saw it.
     *
     * @param number by which the trace names it
     * @param table the tables it names, with commas between them; may be empty
     * @param refusal the name of the exception; empty if it was answered
     * @param message what the exception said
     * @param fingerprint the same for requests that ask the same
     * @param attempt counts from 1, and up when the same is asked again after a refusal
     */
    record Seen(
            long number,
            String operation,
            String table,
            Instant arrived,
            Duration took,
            String refusal,
            String message,
            int fingerprint,
            int attempt) {

        boolean refused() {
            return !refusal.isEmpty();
        }
    }

    private final InstantSource clock;

    /** @param clock by which requests take their time */
    Witness(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        try {
            AwsResponse answer = next.answer(call);
            note(call, "", "");
            return answer;
        } catch (RuntimeException e) {
            note(call, name(e), message(e));
            throw e;
        }
    }

    /** To be given to {@link #since}. */
    synchronized long mark() {
        return count;
    }

    /** What was seen after the mark, as far as it is kept, the oldest first. */
    synchronized List<Seen> since(long mark) {
        return latest((int) Math.min(Integer.MAX_VALUE, count - mark));
    }

    /** The latest so many, the oldest first. */
    synchronized List<Seen> latest(int most) {
        var all = new ArrayList<>(seen);
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }

    private synchronized void note(Call call, String refusal, String message) {
        int fingerprint = call.request().hashCode();
        Seen before = seen.peekLast();
        int attempt =
                before != null && before.refused() && before.fingerprint() == fingerprint ? before.attempt() + 1 : 1;
        Duration took = Duration.between(call.arrived(), clock.instant());
        seen.addLast(new Seen(
                call.number(),
                call.operation().toString(),
                tables(call.request()),
                call.arrived(),
                took,
                refusal,
                message,
                fingerprint,
                attempt));
        count++;
        if (seen.size() > KEPT) {
            seen.removeFirst();
        }
    }

    private static String tables(AwsRequest request) {
        var names = new TreeSet<String>();
        request.getValueForField("TableName", String.class).ifPresent(names::add);
        request.getValueForField("RequestItems", Object.class).ifPresent(items -> {
            if (items instanceof Map<?, ?> byTable) {
                byTable.keySet().forEach(name -> names.add(String.valueOf(name)));
            }
        });
        request.getValueForField("TransactItems", Object.class).ifPresent(items -> {
            if (items instanceof Collection<?> all) {
                names.add(all.size() + (all.size() == 1 ? " item" : " items"));
            }
        });
        return String.join(", ", names);
    }

    /** The class that callers catch, or what the service calls it if it has none of its own. */
    private static String name(RuntimeException e) {
        boolean general = e.getClass().equals(DynamoDbException.class);
        return general && e instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? String.valueOf(service.awsErrorDetails().errorCode())
                : e.getClass().getSimpleName();
    }

    /** What it says, and for what: the field that most programs do not log. */
    private static String message(RuntimeException e) {
        List<ThrottlingReason> reasons = reasons(e);
        String why = reasons.stream()
                .map(reason -> reason.reason() + " of " + reason.resource())
                .collect(Collectors.joining(", "));
        return words(e) + (why.isEmpty() ? "" : " ThrottlingReasons: " + why);
    }

    private static List<ThrottlingReason> reasons(RuntimeException e) {
        if (e instanceof ThrottlingException throttled) {
            return throttled.throttlingReasons();
        } else if (e instanceof ProvisionedThroughputExceededException exceeded) {
            return exceeded.throttlingReasons();
        }
        return e instanceof RequestLimitExceededException exceeded ? exceeded.throttlingReasons() : List.of();
    }

    private static String words(RuntimeException e) {
        if (e instanceof AwsServiceException service && service.awsErrorDetails() != null) {
            return String.valueOf(service.awsErrorDetails().errorMessage());
        }
        return String.valueOf(e.getMessage());
    }
}
