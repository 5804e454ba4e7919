package dojo.lab.region;

import dojo.lab.item.ItemWrite;
import dojo.lab.item.Statements;
import dojo.lab.item.TableShapes;
import dojo.lab.law.Call;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.law.Refusals;
import dojo.lab.region.InFlight.Claim;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Requests to strongly consistent global tables: one order of writes for all Regions.
 *
 * <p>A write claims its items, takes its time, brings its Region up to all that was acknowledged anywhere, and is then
 * made and judged there as in a table of one Region. A strongly consistent read does the same without a claim.
 */
@Fidelity(
        level = Level.DOCUMENTED,
        says = "With strong consistency a strongly consistent read or a condition sees the latest version from any"
                + " Region, nothing acknowledged is lost with a Region, and transactions, time to live and local"
                + " secondary indexes are refused.",
        source = RegionSettings.HOW_IT_WORKS)
@Fidelity(
        level = Level.DOCUMENTED,
        says = "A write to an item that a request in another Region is modifying fails with"
                + " ReplicatedWriteConflictException, which may be retried.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html")
@Fidelity(
        level = Level.OUR_MODEL,
        says = "The first of two conflicting writes goes on, and the second is refused at once. A Region without a"
                + " majority answers writes and strongly consistent reads with status 503; the wording of what is"
                + " refused is ours.")
@Fidelity(
        level = Level.OUR_MODEL,
        says = "Other reads of a strongly consistent table see what has arrived in their Region, with the same lag as"
                + " under eventual consistency.")
record StrongCalls(RegionLaw law, Regions regions, RegionSettings settings) {

    AwsResponse apply(Call call, Law tables, Next next) {
        Set<String> strong = regions.anyTable() ? regions.strong(named(call.request()), law.region()) : Set.of();
        if (strong.isEmpty()) {
            return tables.apply(call, next);
        }
        AwsRequest request = call.request();
        if (transactional(request)) {
            law.say(call, "refused: a transaction on a strongly consistent global table");
            throw Refusals.validation("Transactional operations are not supported on a global table configured for"
                    + " multi-Region strong consistency: " + String.join(", ", strong));
        }
        List<ItemWrite> writes = law.site().items().writes(request);
        if (!writes.isEmpty()) {
            List<ItemWrite> ofStrong = writes.stream()
                    .filter(write -> strong.contains(TableShapes.name(write.table())))
                    .toList();
            return write(
                    InFlight.claim(
                            law.region(), ofStrong.stream().map(ItemWrite::key).toList()),
                    strong,
                    call,
                    next);
        }
        if (Statements.writes(request)) {
            return write(InFlight.claimTables(law.region(), strong), strong, call, next);
        }
        return readsStrongly(request) ? read(strong, call, next) : tables.apply(call, next);
    }

    private AwsResponse write(Claim claim, Set<String> strong, Call call, Next next) {
        needMajority(strong, call);
        Optional<Claim> other = regions.inFlight().begin(claim);
        if (other.isPresent()) {
            law.say(call, "refused: " + other.get().region() + " is writing the same item");
            throw Refusals.replicatedWriteConflict();
        }
        try {
            law.site().clock().pass(settings.strongWriteLatency());
            needMajority(strong, call);
            regions.catchUp(law.region(), strong);
            return next.answer(call);
        } finally {
            regions.inFlight().end(claim);
        }
    }

    private AwsResponse read(Set<String> strong, Call call, Next next) {
        needMajority(strong, call);
        law.site().clock().pass(settings.strongReadLatency());
        needMajority(strong, call);
        regions.catchUp(law.region(), strong);
        return next.answer(call);
    }

    private void needMajority(Set<String> strong, Call call) {
        for (String table : strong) {
            Optional<GlobalTable> found = regions.table(table);
            if (found.isPresent() && !regions.hasMajority(law.region(), found.get())) {
                law.say(call, "refused: without a majority of the Regions of " + table);
                throw Refusals.serviceUnavailable();
            }
        }
    }

    private static boolean transactional(AwsRequest request) {
        return request instanceof TransactWriteItemsRequest
                || request instanceof TransactGetItemsRequest
                || request instanceof ExecuteTransactionRequest;
    }

    private static boolean readsStrongly(AwsRequest request) {
        if (request instanceof BatchGetItemRequest batch) {
            return batch.requestItems().values().stream()
                    .map(KeysAndAttributes::consistentRead)
                    .anyMatch(Boolean.TRUE::equals);
        }
        if (request instanceof BatchExecuteStatementRequest batch) {
            return batch.statements().stream()
                    .map(BatchStatementRequest::consistentRead)
                    .anyMatch(Boolean.TRUE::equals);
        }
        return request.getValueForField("ConsistentRead", Boolean.class).orElse(false);
    }

    /** The bare names of the tables that the request names. */
    private static Set<String> named(AwsRequest request) {
        Set<String> names = new LinkedHashSet<>();
        if (request instanceof BatchGetItemRequest batch) {
            names.addAll(batch.requestItems().keySet());
        } else if (request instanceof BatchWriteItemRequest batch) {
            names.addAll(batch.requestItems().keySet());
        } else if (request instanceof TransactGetItemsRequest transaction) {
            transaction.transactItems().stream()
                    .filter(item -> item.get() != null)
                    .forEach(item -> names.add(item.get().tableName()));
        } else if (request instanceof TransactWriteItemsRequest transaction) {
            transaction.transactItems().forEach(item -> {
                if (item.put() != null) {
                    names.add(item.put().tableName());
                } else if (item.update() != null) {
                    names.add(item.update().tableName());
                } else if (item.delete() != null) {
                    names.add(item.delete().tableName());
                } else if (item.conditionCheck() != null) {
                    names.add(item.conditionCheck().tableName());
                }
            });
        } else {
            request.getValueForField("TableName", String.class).ifPresent(names::add);
            names.addAll(Statements.tables(request));
        }
        Set<String> bare = new LinkedHashSet<>();
        names.forEach(name -> bare.add(TableShapes.name(name)));
        return bare;
    }
}
