package dojo.lab.capacity;

import dojo.lab.item.Charge;
import dojo.lab.item.TableShapes;
import dojo.lab.law.Batches;
import dojo.lab.law.Call;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.law.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Throttles requests that a table, one of its global secondary indexes, or one of their partitions has no throughput
 * for, and counts what the others use.
 *
 * <p>Asks before a request and settles after it, when its units are known; so a limit may be overdrawn once, and the
 * debt is paid before more is served. Safe for use by many threads.
 */
@Fidelity(
        level = Level.OUR_MODEL,
        says =
                "A request is let through while any token is left, whatever it will cost; the debt comes first afterwards.")
@Fidelity(
        level = Level.DOCUMENTED,
        says = "A write is throttled, with the reason and the ARN of the index, if a global secondary index cannot take"
                + " its part of it.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/gsi-throttling.html")
@Fidelity(
        level = Level.DOCUMENTED,
        says = "Throttled items of a batch come back unprocessed, and the batch fails only if all are; a transaction is"
                + " cancelled by one.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html")
@Fidelity(level = Level.NOT_MODELLED, says = "PartiQL statements are not throttled and use no throughput.")
@Fidelity(level = Level.NOT_MODELLED, says = "The quota of 80,000 provisioned units for an account is not kept.")
@Fidelity(
        level = Level.NOT_MODELLED,
        says = "Replication to other Regions and the backfill of a new index use no throughput.")
public final class CapacityLaw implements Law {

    static final String NAME = "capacity";

    private final Site site;
    private final Tables tables;
    private final Scans scans = new Scans();
    private final Asking asking;
    private final ControlPlane controlPlane;

    public CapacityLaw(CapacitySettings settings, Site site) {
        this.site = site;
        this.tables = new Tables(settings, site);
        this.asking = new Asking(tables, site.items(), scans);
        this.controlPlane = new ControlPlane(settings, tables);
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        List<Asked> asked = asking.of(call.request());
        if (asked.isEmpty()) {
            return controlPlane.apply(call, next);
        }
        if (isUnsound(call.request())) {
            return next.answer(call);
        }
        List<Refusal> refused = refusals(call, asked);
        if (refused.isEmpty()) {
            return served(call, next, asked);
        }
        Set<Integer> throttled = new LinkedHashSet<>();
        refused.forEach(refusal -> throttled.add(refusal.asked().position()));
        AwsRequest request = call.request();
        if (throttled.size() < asked.size() && request instanceof BatchWriteItemRequest batch) {
            BatchWrite split = BatchWrite.without(throttled, batch);
            return split.answer(served(call.with(split.kept()), next, asked));
        }
        if (throttled.size() < asked.size() && request instanceof BatchGetItemRequest batch) {
            BatchGet split = BatchGet.without(throttled, batch);
            return split.answer(served(call.with(split.kept()), next, asked));
        }
        count(refused);
        boolean transaction =
                request instanceof TransactWriteItemsRequest || request instanceof TransactGetItemsRequest;
        throw transaction ? Throttles.cancelled(asked.size(), refused) : Throttles.exception(refused);
    }

    /** Whether the store is going to refuse it as a whole, free of charge. */
    private boolean isUnsound(AwsRequest request) {
        return (request instanceof BatchWriteItemRequest write && !Batches.sound(write, site.items()))
                || (request instanceof BatchGetItemRequest get && !Batches.sound(get, site.items()));
    }

    private List<Refusal> refusals(Call call, List<Asked> asked) {
        long now = tables.now();
        List<Refusal> refused = new ArrayList<>();
        for (Asked one : asked) {
            for (Touch touch : one.touches()) {
                Admission admission = touch.resource().admit(touch.access(), touch.place(), now);
                if (admission != Admission.ADMITTED) {
                    Refusal refusal = new Refusal(one, touch, admission);
                    touch.resource().throttled(touch.access(), touch.place(), admission, now);
                    site.trace().say(call, NAME, refusal.words(now));
                    refused.add(refusal);
                }
            }
        }
        return refused;
    }

    /** A request counts once for each table that had to refuse it. */
    private void count(List<Refusal> refused) {
        Set<String> names = new LinkedHashSet<>();
        refused.forEach(refusal -> names.add(refusal.touch().resource().table()));
        for (String name : names) {
            TableCapacity table = tables.of(name);
            if (table != null) {
                table.table().throttledRequest(tables.now());
            }
        }
    }

    private AwsResponse served(Call call, Next next, List<Asked> asked) {
        try {
            AwsResponse answer = next.answer(call);
            if (call.request() instanceof ScanRequest scan && answer instanceof ScanResponse page) {
                asked.get(0)
                        .touches()
                        .forEach(
                                touch -> scans.page(scan, page, touch.resource().itemCount(tables.now())));
            }
            return answer;
        } finally {
            // What was refused by a condition, or cancelled, has its price as well.
            settle(call.charges(), asked);
        }
    }

    private void settle(List<Charge> charges, List<Asked> asked) {
        long now = tables.now();
        for (Charge charge : charges) {
            TableCapacity table = tables.of(charge.table());
            Resource payer = table == null ? null : tables.payer(table, charge.index());
            if (table == null || payer == null) {
                continue;
            }
            Access access = charge.kind() == Charge.Kind.READ ? Access.READ : Access.WRITE;
            payer.settle(access, place(charge, payer, asked), charge.units(), now);
            if (payer.hasSplit()) {
                tables.measure(table);
            }
        }
    }

    /** A page is paid for where it started; anything else where its key lies. */
    private static Optional<Place> place(Charge charge, Resource payer, List<Asked> asked) {
        if (asked.size() == 1 && charge.kind() == Charge.Kind.READ) {
            for (Touch touch : asked.get(0).touches()) {
                if (touch.resource() == payer) {
                    return touch.place();
                }
            }
        }
        return payer.place(charge.key());
    }

    /** A heat map: all partitions of all tables and indexes met so far, in the order of their places. */
    public List<HeatLine> heat() {
        long now = tables.now();
        return each(resource -> resource.heat(now));
    }

    /** What CloudWatch would show, minute by minute, of the tables and indexes met so far; kept for a day. */
    public List<MinuteMetrics> metrics() {
        return each(Resource::metrics);
    }

    /** The most accessed and the most throttled keys of each table and index. */
    public List<KeyReport> topKeys() {
        return each(resource -> List.of(resource.keys()));
    }

    /**
     * What a request would be refused for right now, each in a few words such as {@code write units of partition 2 of
     * sessions}; empty if everything would be let through. Looking changes nothing.
     */
    public List<String> spent() {
        long now = tables.now();
        return each(resource -> resource.spent(now));
    }

    /** Begins the ranking of keys anew. */
    public void forgetKeys() {
        tables.all().forEach(table -> table.all().forEach(Resource::forgetKeys));
    }

    /**
     * Has auto scaling follow this policy on a table, or on one of its indexes.
     *
     * @param index the name of a global secondary index; empty for the table
     * @throws IllegalArgumentException if there is no such table or index
     */
    public void autoScale(String table, Optional<String> index, Access access, Scaling policy) {
        TableCapacity found = tables.of(table);
        Resource resource = found == null ? null : index.isEmpty() ? found.table() : found.index(index.get());
        if (resource == null) {
            throw new IllegalArgumentException("There is no "
                    + index.map(name -> TableShapes.name(table) + "/" + name).orElse(TableShapes.name(table))
                    + " to scale. Create it first, or name another.");
        }
        resource.with(capacity -> {
            capacity.scale(access, policy);
            return access;
        });
    }

    private <T> List<T> each(java.util.function.Function<Resource, List<T>> view) {
        List<T> all = new ArrayList<>();
        tables.all().forEach(table -> table.all().forEach(resource -> all.addAll(view.apply(resource))));
        return all;
    }
}
