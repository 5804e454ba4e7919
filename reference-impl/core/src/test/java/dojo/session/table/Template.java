package dojo.session.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dojo.session.dynamo.SessionTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The CloudFormation template, and what it says otherwise than the code. */
record Template(JsonNode tree) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Template shipped() {
        try (InputStream file = SessionClients.class.getResourceAsStream("session-table.yaml")) {
            return new Template(new ObjectMapper(new YAMLFactory()).readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line for each place where template and code differ. */
    List<String> differences() {
        ObjectNode properties = tree.at("/Resources/SessionTable/Properties").deepCopy();
        properties.remove("TableName");
        List<String> lines = new ArrayList<>();
        compare("", properties, code(), lines);
        return lines;
    }

    /** The requests of the code in the words of CloudFormation, which are those of the API but for one. */
    private static JsonNode code() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.putAll(fields(SessionTable.protectedDefinition("sessions")));
        all.putAll(fields(SessionTable.timeToLive("sessions")));
        all.putAll(fields(SessionTable.pointInTimeRecovery("sessions")));
        all.remove("TableName");
        // To CloudFormation, a stream is on if its view is named.
        ((Map<?, ?>) Objects.requireNonNull(all.get("StreamSpecification"))).remove("StreamEnabled");
        return JSON.valueToTree(all);
    }

    private static Map<String, Object> fields(SdkPojo pojo) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof software.amazon.awssdk.core.util.SdkAutoConstructList)) {
                fields.put(field.memberName(), plain(value));
            }
        }
        return fields;
    }

    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Template::plain).toList();
        }
        return value instanceof SdkPojo pojo ? fields(pojo) : value;
    }

    private static void compare(String place, JsonNode template, JsonNode code, List<String> lines) {
        if (template.isObject() && code.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            template.fieldNames().forEachRemaining(names::add);
            code.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(place + "/" + name, template.path(name), code.path(name), lines));
        } else if (template.isArray() && code.isArray() && template.size() == code.size()) {
            for (int i = 0; i < code.size(); i++) {
                compare(place + "/" + i, template.get(i), code.get(i), lines);
            }
        } else if (!template.equals(code)) {
            lines.add(place + ": the template says " + said(template) + ", the code " + said(code));
        }
    }

    private static String said(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
