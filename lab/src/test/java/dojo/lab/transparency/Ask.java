package dojo.lab.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Set;

/** One request as it goes over the wire: the name of the operation, and its members. */
record Ask(String operation, Map<String, Object> members) {

    private static final Set<String> OF_STREAMS =
            Set.of("ListStreams", "DescribeStream", "GetShardIterator", "GetRecords");

    String target() {
        return (OF_STREAMS.contains(operation) ? "DynamoDBStreams_20120810." : "DynamoDB_20120810.") + operation;
    }

    byte[] body() {
        return Json.bytes(members);
    }

    /** Enough to send it again by hand; long values are cut. */
    @Override
    public String toString() {
        String text = new String(body(), UTF_8);
        return operation + " " + (text.length() > 1200 ? text.substring(0, 1200) + "… (" + text.length() + ")" : text);
    }
}
