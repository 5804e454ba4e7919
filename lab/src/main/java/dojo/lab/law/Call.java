package dojo.lab.law;

import dojo.lab.item.Charge;
import dojo.lab.store.Operation;
import dojo.lab.store.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * One request on its way through the laws, with what is found out about it on the way.
 *
 * <p>Used by one thread at a time.
 */
public final class Call {

    private final long number;
    private final Instant arrived;
    private final AwsRequest request;
    private final Optional<Store> replica;
    private final Sheet sheet;

    private Call(long number, Instant arrived, AwsRequest request, Optional<Store> replica, Sheet sheet) {
        this.number = number;
        this.arrived = arrived;
        this.request = request;
        this.replica = replica;
        this.sheet = sheet;
    }

    /** A call that has just arrived, the n-th of its lab. */
    public static Call arriving(long number, Instant arrived, AwsRequest request) {
        return new Call(number, arrived, request, Optional.empty(), new Sheet());
    }

    /** Its place among all calls of the lab, from 1. */
    public long number() {
        return number;
    }

    /** When it arrived, by the clock of the lab. */
    public Instant arrived() {
        return arrived;
    }

    /** What is asked. */
    public AwsRequest request() {
        return request;
    }

    /** The operation that takes the request. */
    public Operation operation() {
        return Operation.of(request);
    }

    /** The request id of the answer: the number in the shape that the service gives its ids. */
    public String requestId() {
        return String.format(Locale.ROOT, "DOJO%048d", number);
    }

    /** The same call, asking something else from here on. */
    public Call with(AwsRequest changed) {
        return new Call(number, arrived, changed, replica, sheet);
    }

    /** The same call, to be answered at the end of the path by another store than the leader. */
    public Call servedBy(Store other) {
        return new Call(number, arrived, request, Optional.of(other), sheet);
    }

    /** Who answers at the end of the path, if it is not the leader. */
    Optional<Store> replica() {
        return replica;
    }

    /** What a law decides about something once for the whole call, however often it is asked while the call lasts. */
    public <T> T once(Object about, Class<T> kind, Supplier<T> decision) {
        return kind.cast(sheet.decisions.computeIfAbsent(about, first -> decision.get()));
    }

    /** What the call costs as far as is known; nothing before it was priced. */
    public List<Charge> charges() {
        return sheet.charges;
    }

    /** Notes what the call costs, in place of what was noted before. */
    public void charge(List<Charge> charges) {
        sheet.charges = charges;
    }

    /** What came of it in a few words, for the bill; empty if nobody said. */
    public String result() {
        return sheet.result;
    }

    /** Says what came of it. */
    public void result(String words) {
        sheet.result = words;
    }

    /** Shared by all forms of one call. */
    private static final class Sheet {
        private List<Charge> charges = List.of();
        private String result = "";
        private final Map<Object, Object> decisions = new HashMap<>();
    }

    @Override
    public String toString() {
        return "call " + number + " " + operation();
    }
}
