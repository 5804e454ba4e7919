package dojo.workbench.shell.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.item.ItemSize;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items as DynamoDB's own JSON: {@code {"PK": {"S": "SESSION#s-1"}}}.
 *
 * @param longest how many characters of a text or bytes of a binary are kept; {@code "cut"} then says of how many
 */
record AttributeJson(int longest) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_ELEMENTS = 200;

    /** Everything, to be read by programs. */
    static AttributeJson whole() {
        return new AttributeJson(Integer.MAX_VALUE);
    }

    /** As much as a screen can show. */
    static AttributeJson shown() {
        return new AttributeJson(1_000);
    }

    ObjectNode item(Map<String, AttributeValue> item) {
        ObjectNode json = JSON.objectNode();
        item.forEach((name, value) -> json.set(name, value(value)));
        return json;
    }

    ObjectNode value(AttributeValue value) {
        ObjectNode json = JSON.objectNode();
        switch (value.type()) {
            case S -> text(json, value.s());
            case N -> json.put("N", value.n());
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case B -> binary(json, value.b());
            case SS -> json.set("SS", all(value.ss(), JSON::textNode));
            case NS -> json.set("NS", all(value.ns(), JSON::textNode));
            case BS -> json.set("BS", all(value.bs(), bytes -> JSON.textNode(base64(bytes))));
            case L -> json.set("L", all(value.l(), this::value));
            case M -> json.set("M", item(value.m()));
            case UNKNOWN_TO_SDK_VERSION -> json.put("UNKNOWN", true);
        }
        return json;
    }

    private void text(ObjectNode json, String text) {
        if (text.length() > longest) {
            json.put("S", text.substring(0, longest)).put("cut", text.length());
        } else {
            json.put("S", text);
        }
    }

    private void binary(ObjectNode json, SdkBytes bytes) {
        byte[] all = bytes.asByteArrayUnsafe();
        json.put("B", base64(bytes));
        if (all.length > longest) {
            json.put("cut", all.length);
        }
    }

    private String base64(SdkBytes bytes) {
        byte[] all = bytes.asByteArrayUnsafe();
        byte[] kept = all.length > longest ? Arrays.copyOf(all, longest) : all;
        return Base64.getEncoder().encodeToString(kept);
    }

    private <T> ArrayNode all(Collection<T> elements, Function<T, JsonNode> json) {
        ArrayNode array = JSON.arrayNode();
        long most = longest == Integer.MAX_VALUE ? Long.MAX_VALUE : MOST_ELEMENTS;
        elements.stream().limit(most).map(json).forEach(array::add);
        return array;
    }

    /** How many bytes the item counts for. */
    static long bytes(Map<String, AttributeValue> item) {
        return ItemSize.bytes(item);
    }
}
