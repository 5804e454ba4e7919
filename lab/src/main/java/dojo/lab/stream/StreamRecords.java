package dojo.lab.stream;

import dojo.lab.item.Cause;
import dojo.lab.item.Change;
import dojo.lab.item.ItemSize;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.stream.Shard.Entry;
import dojo.lab.stream.TableStream.Identity;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Changes as a reader of a stream sees them. */
final class StreamRecords {

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "The record of a deletion by time to live names the service as the user.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html")
    private static final software.amazon.awssdk.services.dynamodb.model.Identity SERVICE =
            software.amazon.awssdk.services.dynamodb.model.Identity.builder()
                    .type("Service")
                    .principalId("dynamodb.amazonaws.com")
                    .build();

    private StreamRecords() {}

    static Record of(Identity stream, Entry entry) {
        Change change = entry.change();
        String sequence = SequenceNumber.text(entry.sequence());
        return Record.builder()
                .eventID(UUID.nameUUIDFromBytes((stream.arn() + sequence).getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", ""))
                .eventName(name(change))
                .eventVersion("1.1")
                .eventSource("aws:dynamodb")
                .awsRegion(stream.region())
                .dynamodb(StreamRecord.builder()
                        .approximateCreationDateTime(change.at().truncatedTo(ChronoUnit.SECONDS))
                        .keys(change.key())
                        .oldImage(unlessEmpty(before(stream.view(), change)))
                        .newImage(unlessEmpty(after(stream.view(), change)))
                        .sequenceNumber(sequence)
                        .sizeBytes(size(stream.view(), change))
                        .streamViewType(stream.view())
                        .build())
                .userIdentity(change.cause() == Cause.TIME_TO_LIVE ? SERVICE : null)
                .build();
    }

    /** The bytes of the key and of the images; AWS's own example of a record adds up so. */
    @Fidelity(
            level = Level.OUR_MODEL,
            says = "A record is as large as its key and its images, as in the example record of the Lambda guide.",
            source = "https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html")
    static long size(StreamViewType view, Change change) {
        return ItemSize.bytes(change.key())
                + ItemSize.bytes(before(view, change))
                + ItemSize.bytes(after(view, change));
    }

    private static OperationType name(Change change) {
        if (change.before().isEmpty()) {
            return OperationType.INSERT;
        }
        return change.after().isEmpty() ? OperationType.REMOVE : OperationType.MODIFY;
    }

    private static Map<String, AttributeValue> before(StreamViewType view, Change change) {
        return view == StreamViewType.OLD_IMAGE || view == StreamViewType.NEW_AND_OLD_IMAGES
                ? change.before()
                : Map.of();
    }

    private static Map<String, AttributeValue> after(StreamViewType view, Change change) {
        return view == StreamViewType.NEW_IMAGE || view == StreamViewType.NEW_AND_OLD_IMAGES
                ? change.after()
                : Map.of();
    }

    private static @Nullable Map<String, AttributeValue> unlessEmpty(Map<String, AttributeValue> image) {
        return image.isEmpty() ? null : image;
    }
}
