package dojo.c03_reading.e1_latest_turns;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was said in a stretch of old turns, in short; a later summary has a greater number. */
public record Summary(int number, String text) {
    /** Reads a summary from an item whose sort key is {@code SUMMARY#} and six digits. */
    public static Summary from(Map<String, AttributeValue> item) {
        int number = Integer.parseInt(item.get("SK").s().substring("SUMMARY#".length()));
        return new Summary(number, item.get("text").s());
    }
}
