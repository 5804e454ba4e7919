package dojo.lab.door;

import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkPojo;

/** What a request or an answer of the SDK looks like on the wire. */
public final class WireJson {

    private WireJson() {}

    /** The JSON that DynamoDB speaks, in one line. */
    public static String of(SdkPojo object) {
        return new String(JsonCodec.encode(object), StandardCharsets.UTF_8);
    }
}
