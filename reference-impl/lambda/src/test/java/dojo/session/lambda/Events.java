package dojo.session.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Records of a stream as the JSON that Lambda hands to a function, and the function's answer as JSON. */
final class Events {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Events() {}

    /** One record, in the words of the Lambda guide. */
    static String json(Record record) {
        ObjectNode event = JSON.createObjectNode();
        event.put("eventID", record.eventID());
        event.put("eventName", record.eventNameAsString());
        event.put("eventVersion", record.eventVersion());
        event.put("eventSource", record.eventSource());
        event.put("awsRegion", record.awsRegion());
        event.put("eventSourceARN", "arn:aws:dynamodb:eu-central-1:111122223333:table/sessions/stream/2026");
        ObjectNode change = event.putObject("dynamodb");
        change.put(
                "ApproximateCreationDateTime",
                record.dynamodb().approximateCreationDateTime().getEpochSecond());
        change.set("Keys", image(record.dynamodb().keys()));
        if (record.dynamodb().hasNewImage()) {
            change.set("NewImage", image(record.dynamodb().newImage()));
        }
        if (record.dynamodb().hasOldImage()) {
            change.set("OldImage", image(record.dynamodb().oldImage()));
        }
        change.put("SequenceNumber", record.dynamodb().sequenceNumber());
        change.put("SizeBytes", record.dynamodb().sizeBytes());
        change.put("StreamViewType", record.dynamodb().streamViewTypeAsString());
        if (record.userIdentity() != null) {
            ObjectNode user = event.putObject("userIdentity");
            user.put("type", record.userIdentity().type());
            user.put("principalId", record.userIdentity().principalId());
        }
        return event.toString();
    }

    private static JsonNode image(Map<String, AttributeValue> item) {
        ObjectNode image = JSON.createObjectNode();
        item.forEach((name, value) -> image.set(name, value(value)));
        return image;
    }

    private static JsonNode value(AttributeValue value) {
        ObjectNode node = JSON.createObjectNode();
        switch (value.type()) {
            case S -> node.put("S", value.s());
            case N -> node.put("N", value.n());
            case B -> node.put("B", value.b().asByteArray());
            case M -> node.set("M", image(value.m()));
            default -> throw new IllegalArgumentException("The session memory stores no " + value.type());
        }
        return node;
    }

    static DynamodbEvent event(List<String> records) {
        return event("{\"Records\":[" + String.join(",", records) + "]}");
    }

    /** As Lambda's runtime reads it. */
    static DynamodbEvent event(String json) {
        return LambdaEventSerializers.serializerFor(DynamodbEvent.class, Events.class.getClassLoader())
                .fromJson(json);
    }

    /** As Lambda's runtime writes it. */
    static JsonNode json(StreamsEventResponse answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JacksonFactory.getInstance().getSerializer(StreamsEventResponse.class).toJson(answer, bytes);
        try {
            return JSON.readTree(bytes.toString(UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
