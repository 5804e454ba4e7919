package dojo.workbench.house;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a compose file without an engine: its shape by a schema of ours, its references by hand. */
final class ComposeFile {
    private static final Schema SCHEMA = schema();

    private final String text;
    private final JsonNode tree;

    private ComposeFile(String text) {
        this.text = text;
        this.tree = new YAMLMapper().readTree(text);
    }

    static ComposeFile of(String text) {
        return new ComposeFile(text);
    }

    JsonNode service(String name) {
        return tree.path("services").path(name);
    }

    /** What is wrong, one line each; empty if nothing is. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        SCHEMA.validate(text, InputFormat.YAML).forEach(error -> complaints.add(error.toString()));
        tree.path("services").properties().forEach(service -> {
            JsonNode body = service.getValue();
            for (String other : body.path("depends_on").propertyNames())
                undeclared(service.getKey(), "depends_on", other, "services", complaints);
            for (JsonNode network : body.path("networks"))
                undeclared(service.getKey(), "networks", network.asString(), "networks", complaints);
            for (JsonNode volume : body.path("volumes")) {
                String source = volume.asString().split(":", -1)[0];
                boolean isPath = source.startsWith(".") || source.startsWith("/") || source.startsWith("~");
                if (!isPath) undeclared(service.getKey(), "volumes", source, "volumes", complaints);
            }
        });
        return complaints;
    }

    private void undeclared(String service, String key, String name, String section, List<String> complaints) {
        if (!tree.path(section).has(name))
            complaints.add("/services/" + service + "/" + key + ": " + name + " is not declared under " + section);
    }

    private static Schema schema() {
        try (InputStream in = ComposeFile.class.getResourceAsStream("/schema/compose-house.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
