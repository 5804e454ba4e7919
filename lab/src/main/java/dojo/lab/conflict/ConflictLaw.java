package dojo.lab.conflict;

import static dojo.lab.law.Fidelity.Level.DOCUMENTED;
import static dojo.lab.law.Fidelity.Level.NOT_MODELLED;
import static dojo.lab.law.Fidelity.Level.OUR_MODEL;

import dojo.lab.item.ItemKey;
import dojo.lab.item.Items;
import dojo.lab.item.Statements;
import dojo.lab.law.Call;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.law.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Transactions take time, and what meets them meanwhile is refused; a token makes the retry of a transaction harmless.
 *
 * <p>GetItem, BatchGetItem, Query and Scan never meet a conflict. Safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">
 *     Transactions: how they work</a>
 */
@Fidelity(
        level = DOCUMENTED,
        says = "A single write to an item in an ongoing transaction fails with TransactionConflictException, a"
                + " transaction with TransactionCanceledException, and a GetItem succeeds.",
        source = ConflictSettings.DOCUMENTATION)
@Fidelity(
        level = OUR_MODEL,
        says = "In a BatchWriteItem, an item that is in an ongoing transaction comes back unprocessed: the operation"
                + " lists no exception for conflicts.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html")
@Fidelity(level = OUR_MODEL, says = "A single write that meets an ongoing transaction costs nothing.")
@Fidelity(
        level = NOT_MODELLED,
        says =
                "A transaction whose coordinator fails and is recovered, and the timestamp that a partition keeps for its"
                        + " deleted items.",
        source = ConflictSettings.ATC_23)
@Fidelity(
        level = NOT_MODELLED,
        says =
                "A deletion by time to live or a change from another Region is never held up by a transaction, and a write"
                        + " that leaves its item as it was cancels no transaction that reads it.")
@Fidelity(
        level = NOT_MODELLED,
        says = "Conflicts of PartiQL statements that do not spell out their key as texts, numbers or parameters, and of"
                + " those in a batch.")
public final class ConflictLaw implements Law {

    static final String NAME = "conflicts";

    private final Site site;
    private final Ledger ledger = new Ledger();
    private final WriteTransactions writing;
    private final ReadTransactions reading;
    private final SingleWrites single;

    public ConflictLaw(ConflictSettings settings, Site site) {
        this.site = site;
        Durations durations = new Durations(site.dice(), settings.jitter());
        writing = new WriteTransactions(settings, site, ledger, durations);
        reading = new ReadTransactions(settings, site, ledger, durations);
        single = new SingleWrites(site, ledger);
        site.items().journal().subscribe(ledger::note);
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        AwsRequest request = call.request();
        Items items = site.items();
        if (request instanceof PutItemRequest
                || request instanceof UpdateItemRequest
                || request instanceof DeleteItemRequest) {
            return single.one(call, next, Keys.written(request, items).get(0));
        }
        if (request instanceof BatchWriteItemRequest batch) {
            return single.batch(call, next, batch);
        }
        if (request instanceof TransactWriteItemsRequest transaction) {
            return writing.execute(call, next, new Wanted.OfActions(transaction, Keys.written(transaction, items)));
        }
        if (request instanceof TransactGetItemsRequest transaction) {
            return reading.execute(call, next, Keys.read(transaction, items));
        }
        if (request instanceof ExecuteTransactionRequest transaction) {
            List<Optional<ItemKey>> keys = Keys.stated(transaction, items);
            return Statements.writes(transaction)
                    ? writing.execute(call, next, new Wanted.OfStatements(transaction, keys))
                    : reading.execute(call, next, keys);
        }
        if (request instanceof ExecuteStatementRequest statement && Statements.writes(statement)) {
            return single.one(call, next, Keys.stated(statement.statement(), statement.parameters(), items));
        }
        return next.answer(call);
    }

    /**
     * Lets a transaction of somebody else prepare this item and go no further until it is closed.
     *
     * @throws IllegalArgumentException if the table has no such key
     * @throws IllegalStateException if another transaction has prepared the item already
     */
    public ForeignTransaction prepare(String table, Map<String, AttributeValue> key) {
        List<Optional<ItemKey>> item = List.of(Optional.of(site.items().item(table, key)));
        Transaction foreign = new Transaction(0, site.clock().instant());
        ledger.prepare(foreign, item).get(0).ifPresent(obstacle -> {
            throw new IllegalStateException("A foreign transaction cannot prepare this item, which " + obstacle
                    + ". Close that transaction first.");
        });
        site.trace().say(NAME, "a foreign transaction prepared an item of " + table);
        return new ForeignTransaction(() -> ledger.release(foreign, item));
    }
}
