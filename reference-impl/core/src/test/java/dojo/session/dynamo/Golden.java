package dojo.session.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What one generation of writers wrote: all items of a table, and some tokens, as files that never change again.
 *
 * <p>The first was made by running the first release.
 */
record Golden(List<String> tokens, List<Map<String, AttributeValue>> items) {
    /** The one that today's code writes. */
    static final int NEWEST = 2;

    private static final Path FOLDER = Path.of("src/test/resources/dojo/session/golden");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Golden of(int generation) {
        try (InputStream file = Files.newInputStream(FOLDER.resolve(generation + ".json"))) {
            return parse(JSON.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int generations() {
        try (var files = Files.list(FOLDER)) {
            return (int) files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(int generation) {
        try {
            Files.writeString(FOLDER.resolve(generation + ".json"), print());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String print() throws IOException {
        List<Object> plain = new ArrayList<>();
        items.stream()
                .sorted(Comparator.comparing(item -> Items.text(item, "PK") + Items.text(item, "SK")))
                .forEach(item -> plain.add(plain(item)));
        return JSON.writeValueAsString(new TreeMap<>(Map.of("tokens", tokens, "items", plain)))
                        .replace(System.lineSeparator(), "\n")
                + "\n";
    }

    private static Golden parse(JsonNode file) {
        List<String> tokens = new ArrayList<>();
        file.get("tokens").forEach(token -> tokens.add(token.asText()));
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        file.get("items").forEach(item -> items.add(map(item)));
        return new Golden(tokens, items);
    }

    private static Map<String, AttributeValue> map(JsonNode node) {
        Map<String, AttributeValue> map = new TreeMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
        return map;
    }

    private static AttributeValue value(JsonNode node) {
        var only = node.properties().iterator().next();
        JsonNode value = only.getValue();
        return switch (only.getKey()) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "B" ->
                AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(value.asText())));
            case "M" -> AttributeValue.fromM(map(value));
            case "L" -> {
                List<AttributeValue> list = new ArrayList<>();
                value.forEach(element -> list.add(value(element)));
                yield AttributeValue.fromL(list);
            }
            default -> throw new AssertionError("No item of ours holds a " + only.getKey());
        };
    }

    private static Map<String, Object> plain(Map<String, AttributeValue> item) {
        Map<String, Object> plain = new TreeMap<>();
        item.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static Map<String, Object> plain(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case BOOL -> Map.of("BOOL", value.bool());
            case B -> Map.of("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
            case M -> Map.of("M", plain(value.m()));
            case L -> Map.of("L", value.l().stream().map(Golden::plain).toList());
            default -> throw new AssertionError("No item of ours holds a " + value.type());
        };
    }
}
