package dojo.workbench.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.worker.Wire;

/**
 * What lab to open, and where.
 *
 * @param laws {@code off}, or another word or file that the lab's process understands
 * @param seed of all chance
 * @param bind the address to listen on, by name or number
 * @param port the port to listen on; 0 takes a free one
 */
public record LabOrder(String laws, long seed, String bind, int port) {

    ObjectNode message() {
        return Wire.message()
                .put("laws", laws)
                .put("seed", seed)
                .put("bind", bind)
                .put("port", port);
    }

    static LabOrder of(JsonNode message) {
        return new LabOrder(
                message.path("laws").asText(),
                message.path("seed").asLong(),
                message.path("bind").asText(),
                message.path("port").asInt());
    }
}
