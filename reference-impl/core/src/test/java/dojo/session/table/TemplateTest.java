package dojo.session.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code session-table.yaml} and {@code SessionTable} describe one table. */
class TemplateTest {
    private static final String PROPERTIES = "/Resources/SessionTable/Properties";

    @Test
    void the_template_in_the_jar_describes_the_table_of_the_code() {
        assertThat(Template.shipped().differences()).isEmpty();
    }

    @Test
    void every_value_of_the_template_is_compared() {
        List<String> places = leaves(properties(Template.shipped()), "");
        assertThat(places).hasSizeGreaterThan(30);

        for (String place : places) {
            Template altered = Template.shipped();
            set(altered.tree(), PROPERTIES + place, TextNode.valueOf("something else"));

            assertThat(altered.differences())
                    .as("with another value at " + place)
                    .hasSize(1);
            assertThat(altered.differences().get(0)).contains(place, "something else");
        }
    }

    @Test
    void everything_that_is_left_out_of_the_template_is_missed() {
        for (String place : branches(properties(Template.shipped()), "")) {
            Template altered = Template.shipped();
            remove(altered.tree(), PROPERTIES + place);

            assertThat(altered.differences()).as("without " + place).isNotEmpty();
        }
    }

    @Test
    void a_property_that_the_code_does_not_know_is_a_difference() {
        Template altered = Template.shipped();
        ((ObjectNode) altered.tree().at(PROPERTIES)).put("TableClass", "STANDARD_INFREQUENT_ACCESS");

        assertThat(altered.differences()).singleElement().asString().contains("/TableClass");
    }

    @Test
    void deleting_the_stack_leaves_the_table() {
        JsonNode table = Template.shipped().tree().at("/Resources/SessionTable");

        assertThat(table.get("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(table.get("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    }

    private static JsonNode properties(Template template) {
        ObjectNode properties = template.tree().at(PROPERTIES).deepCopy();
        properties.remove("TableName");
        return properties;
    }

    private static List<String> leaves(JsonNode node, String place) {
        return places(node, place).stream()
                .filter(found -> node.at(found.substring(place.length())).isValueNode())
                .toList();
    }

    private static List<String> branches(JsonNode node, String place) {
        return places(node, place);
    }

    private static List<String> places(JsonNode node, String place) {
        List<String> found = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> found.addAll(withItself(field.getValue(), place + "/" + field.getKey())));
        }
        for (int i = 0; node instanceof ArrayNode && i < node.size(); i++) {
            found.addAll(withItself(node.get(i), place + "/" + i));
        }
        return found;
    }

    private static List<String> withItself(JsonNode node, String place) {
        List<String> found = new ArrayList<>(List.of(place));
        found.addAll(places(node, place));
        return found;
    }

    private static void set(JsonNode tree, String place, JsonNode value) {
        JsonNode parent = tree.at(place.substring(0, place.lastIndexOf('/')));
        String last = place.substring(place.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }

    private static void remove(JsonNode tree, String place) {
        JsonNode parent = tree.at(place.substring(0, place.lastIndexOf('/')));
        String last = place.substring(place.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode array) {
            array.remove(Integer.parseInt(last));
        } else {
            ((ObjectNode) parent).remove(last);
        }
    }
}
