package dojo.lab.stream;

import dojo.lab.item.TableShapes;
import dojo.lab.law.Call;
import dojo.lab.law.Next;
import dojo.lab.law.Refusals;
import dojo.lab.law.Site;
import dojo.lab.stream.TableStream.Identity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;

/** What tables say about their streams, and what is done to the streams by way of the tables. */
final class StreamTables {

    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Streams streams;
    private final StreamSettings settings;
    private final Site site;

    StreamTables(Streams streams, StreamSettings settings, Site site) {
        this.streams = streams;
        this.settings = settings;
        this.site = site;
    }

    AwsResponse create(Call call, CreateTableRequest create, Next next) {
        @Nullable StreamSpecification wanted = create.streamSpecification();
        boolean enables = wanted != null && enables(wanted);
        CreateTableRequest without = create.toBuilder()
                .streamSpecification((StreamSpecification) null)
                .build();
        CreateTableResponse answer = (CreateTableResponse) next.answer(call.with(without));
        // A new table has no stream from before, however its predecessor went.
        streams.forgetTable(answer.tableDescription().tableName(), now());
        if (wanted != null && enables) {
            enable(call, answer.tableDescription(), wanted.streamViewType());
        }
        return answer.toBuilder()
                .tableDescription(described(answer.tableDescription()))
                .build();
    }

    AwsResponse update(Call call, UpdateTableRequest update, Next next) {
        @Nullable StreamSpecification wanted = update.streamSpecification();
        if (wanted == null) {
            return described(next.answer(call));
        }
        String name = TableShapes.name(update.tableName());
        var describe =
                DescribeTableRequest.builder().tableName(update.tableName()).build();
        TableDescription table = ((DescribeTableResponse) next.answer(call.with(describe))).table();
        boolean enables = enables(wanted);
        if (enables && streams.enabled(name).isPresent()) {
            throw alreadyEnabled(name);
        }
        if (!enables && streams.enabled(name).isEmpty()) {
            throw Refusals.validation("Table has no stream to disable: TableName: " + name);
        }
        UpdateTableRequest without = update.toBuilder()
                .streamSpecification((StreamSpecification) null)
                .build();
        TableDescription changed = changesMore(without)
                ? ((UpdateTableResponse) next.answer(call.with(without))).tableDescription()
                : table;
        if (enables) {
            enable(call, changed, wanted.streamViewType());
        } else {
            streams.enabled(name).ifPresent(stream -> stream.disable(now()));
            site.trace().say(call, StreamLaw.NAME, "the stream of " + name + " takes no more records");
        }
        return UpdateTableResponse.builder()
                .tableDescription(described(changed))
                .build();
    }

    /** The answer, whatever table it describes, with what there is to say about its stream. */
    AwsResponse described(AwsResponse answer) {
        if (answer instanceof DescribeTableResponse describe) {
            return describe.toBuilder().table(described(describe.table())).build();
        }
        if (answer instanceof UpdateTableResponse update) {
            return update.toBuilder()
                    .tableDescription(described(update.tableDescription()))
                    .build();
        }
        return answer instanceof DeleteTableResponse delete
                ? delete.toBuilder()
                        .tableDescription(described(delete.tableDescription()))
                        .build()
                : answer;
    }

    private TableDescription described(TableDescription table) {
        Optional<TableStream> latest = streams.latest(table.tableName());
        return latest.map(stream -> table.toBuilder()
                        .latestStreamArn(stream.identity().arn())
                        .latestStreamLabel(stream.identity().label())
                        .streamSpecification(stream.isEnabled() ? specification(stream) : null)
                        .build())
                .orElse(table);
    }

    private static StreamSpecification specification(TableStream stream) {
        return StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(stream.identity().view())
                .build();
    }

    /** One at a time: of two requests that enable a stream at once, one is refused. */
    private synchronized void enable(Call call, TableDescription table, StreamViewType view) {
        if (streams.enabled(table.tableName()).isPresent()) {
            throw alreadyEnabled(table.tableName());
        }
        Instant label = now();
        // The label is what tells a stream from an earlier one of the same table.
        while (streams.isTaken(arn(table, label))) {
            label = label.plusMillis(1);
        }
        Identity identity = new Identity(
                arn(table, label),
                LABEL.format(label),
                table.tableName(),
                view,
                table.keySchema(),
                site.region(),
                now());
        streams.add(new TableStream(identity, settings));
        site.trace().say(call, StreamLaw.NAME, identity.arn() + " takes records from now on, " + view);
    }

    private static RuntimeException alreadyEnabled(String table) {
        return Refusals.validation("Table already has an enabled stream: TableName: " + table);
    }

    private static String arn(TableDescription table, Instant label) {
        return table.tableArn() + "/stream/" + LABEL.format(label);
    }

    private static boolean changesMore(UpdateTableRequest update) {
        return !update.equalsBySdkFields(
                UpdateTableRequest.builder().tableName(update.tableName()).build());
    }

    private static boolean enables(StreamSpecification wanted) {
        boolean enables = Boolean.TRUE.equals(wanted.streamEnabled());
        if (wanted.streamViewType() == StreamViewType.UNKNOWN_TO_SDK_VERSION) {
            throw Refusals.validation("1 validation error detected: Value '" + wanted.streamViewTypeAsString()
                    + "' at 'streamSpecification.streamViewType' failed to satisfy constraint: Member must satisfy enum"
                    + " value set: [NEW_IMAGE, OLD_IMAGE, NEW_AND_OLD_IMAGES, KEYS_ONLY]");
        }
        if (enables && wanted.streamViewType() == null) {
            throw Refusals.validation("One or more parameter values were invalid: If stream is being enabled then"
                    + " UpdateViewType is required");
        }
        if (!enables && wanted.streamViewType() != null) {
            throw Refusals.validation("One or more parameter values were invalid: If stream is being disabled, then"
                    + " UpdateViewType must not be specified");
        }
        return enables;
    }

    private Instant now() {
        return site.clock().instant();
    }
}
