package dojo.lab.stream;

import dojo.lab.item.Change;
import dojo.lab.item.ItemKey;
import dojo.lab.item.TableShapes;
import dojo.lab.law.AlsoBackstage;
import dojo.lab.law.Call;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Next;
import dojo.lab.law.Site;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Keeps the streams of tables and answers for them; the store never learns that there are any.
 *
 * <p>Every change to an item is in the stream of its table exactly once, and those of one item in their order: whoever
 * made it, PartiQL and time to live included. A write that changes nothing leaves no record. Safe for use by many
 * threads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html">DynamoDB Streams</a>
 */
@Fidelity(
        level = Level.DOCUMENTED,
        says = "Each change is in the stream exactly once; records of one item are in the order of its changes.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html")
@Fidelity(
        level = Level.NOT_MODELLED,
        says = "Enabling and disabling a stream takes some seconds, in which the table is UPDATING; here it is done at"
                + " once.")
@Fidelity(
        level = Level.NOT_MODELLED,
        says = "A shard can split in two under heavy writes; here each shard has one child.")
@Fidelity(
        level = Level.NOT_MODELLED,
        says = "DescribeStream is limited to ten requests a second, and an account to a number of writes into streams.")
public final class StreamLaw implements AlsoBackstage {

    static final String NAME = "streams";

    private final Site site;
    private final StreamSettings settings;
    private final Streams streams = new Streams();
    private final StreamTables tables;
    private final StreamReads reads;

    public StreamLaw(StreamSettings settings, Site site) {
        this.site = site;
        this.settings = settings;
        tables = new StreamTables(streams, settings, site);
        reads = new StreamReads(streams, settings, site);
        site.items().journal().subscribe(this::append);
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        AwsRequest request = call.request();
        if (request instanceof GetRecordsRequest get) {
            return reads.records(call, get);
        }
        if (request instanceof GetShardIteratorRequest get) {
            return reads.iterator(get);
        }
        if (request instanceof DescribeStreamRequest describe) {
            return reads.describe(describe);
        }
        if (request instanceof ListStreamsRequest list) {
            return reads.list(list);
        }
        if (request instanceof CreateTableRequest create) {
            return tables.create(call, create, next);
        }
        if (request instanceof UpdateTableRequest update) {
            return tables.update(call, update, next);
        }
        AwsResponse answer = tables.described(next.answer(call));
        if (request instanceof DeleteTableRequest delete) {
            streams.forgetTable(
                    TableShapes.name(delete.tableName()), site.clock().instant());
        }
        return answer;
    }

    /** The ARN of the latest stream of the table, if it ever had one. */
    public Optional<String> latestStreamArn(String table) {
        return streams.latest(TableShapes.name(table))
                .map(stream -> stream.identity().arn());
    }

    /** Closes the open shards of the table's stream now; each has a child that takes the records to come. */
    public void rollOver(String table) {
        streams.enabled(TableShapes.name(table)).ifPresent(stream -> {
            stream.rollNow(site.clock().instant());
            site.trace().say(NAME, "the shards of " + stream.identity().arn() + " are closed, each has a child");
        });
    }

    /**
     * A poller of the latest stream of the table, on the clock and with the dice of the lab.
     *
     * <p>While there is nothing to see it does not look, so that a leap over days takes no longer than what happens in
     * them.
     *
     * @param client reads the stream, through all other laws
     * @throws IllegalArgumentException if the table has no stream
     */
    public StreamPollerBuilder poller(DynamoDbStreamsClient client, String table) {
        String arn = latestStreamArn(table)
                .orElseThrow(() -> new IllegalArgumentException("The table '" + table
                        + "' has no stream. Enable one with a StreamSpecification of CreateTable or UpdateTable."));
        return StreamPoller.of(client, arn)
                .on(site.clock())
                .dice(site.dice())
                .doorbell((stream, ringing) ->
                        streams.listen(stream, ringing, site.clock().instant()));
    }

    /** Called under the lock of the item. */
    private void append(Change change) {
        if (streams.enabled(change.table()).isPresent()) {
            String item = new ItemKey(change.table(), change.key()).canonical();
            streams.append(change, settings.delay(site.dice().roll(NAME, "delay", item)));
        }
    }
}
