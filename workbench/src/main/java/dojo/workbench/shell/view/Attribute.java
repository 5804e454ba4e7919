package dojo.workbench.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One value of an item, read from DynamoDB's own JSON, where the child of the prompt has cut what is very long.
 *
 * @param type DynamoDB's letters for it, such as {@code S} or {@code NULL}
 */
record Attribute(String type, JsonNode content, long length) {
    private static final int HEX_BYTES = 16;

    static Attribute of(JsonNode json) {
        String type = "?";
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            type = name.equals("cut") ? type : name;
        }
        return new Attribute(type, json.path(type), json.path("cut").asLong());
    }

    boolean isNested() {
        return (type.equals("M") || type.equals("L")) && !content.isEmpty();
    }

    boolean isNumber() {
        return type.equals("N");
    }

    /** The values inside a map or a list, by name or place. */
    List<Map.Entry<String, Attribute>> parts() {
        var parts = new ArrayList<Map.Entry<String, Attribute>>();
        if (type.equals("M")) {
            content.properties().forEach(e -> parts.add(Map.entry(e.getKey(), of(e.getValue()))));
        } else {
            for (int i = 0; i < content.size(); i++) {
                parts.add(Map.entry("[" + i + "]", of(content.get(i))));
            }
        }
        return parts;
    }

    /** The value in one line, a text without quotes; its type is told elsewhere. */
    String text() {
        return type.equals("S") && !content.asText().isEmpty() ? Fold.printable(content.asText()) : inside();
    }

    /** The value as it stands inside another: a text in quotes, so that it differs from a number. */
    private String inside() {
        return switch (type) {
            case "S" -> quoted(content.asText());
            case "N", "BOOL" -> content.asText();
            case "NULL" -> "null";
            case "B" -> binary();
            case "SS" -> joined(elements().map(Attribute::quoted), "{", "}");
            case "NS" -> joined(elements(), "{", "}");
            case "BS" -> "{" + content.size() + (content.size() == 1 ? " binary}" : " binaries}");
            case "L" -> joined(parts().stream().map(part -> part.getValue().inside()), "[", "]");
            case "M" ->
                joined(
                        parts().stream()
                                .map(part -> Fold.printable(part.getKey()) + ": "
                                        + part.getValue().inside()),
                        "{",
                        "}");
            default -> "?";
        };
    }

    private Stream<String> elements() {
        return StreamSupport.stream(content.spliterator(), false).map(JsonNode::asText);
    }

    private String binary() {
        byte[] bytes = Base64.getDecoder().decode(content.asText());
        long all = Math.max(length, bytes.length);
        String hex = HexFormat.of().formatHex(bytes, 0, Math.min(HEX_BYTES, bytes.length));
        return all + (all == 1 ? " byte " : " bytes ") + hex + (all > HEX_BYTES ? Fold.CUT : "");
    }

    private static String quoted(String text) {
        return "\"" + Fold.printable(text) + "\"";
    }

    private static String joined(Stream<String> parts, String open, String close) {
        return parts.collect(Collectors.joining(", ", open, close));
    }
}
