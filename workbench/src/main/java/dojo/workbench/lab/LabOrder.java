package dojo.workbench.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.worker.Wire;
import java.util.Optional;

/**
 * What lab to open, and where.
 *
 * @param laws {@code off}, {@code real}, {@code chaos}, or the path of a laws file
 * @param seed of all chance; that of the laws unless given
 * @param print whether to print the laws instead of serving them
 * @param bind the address to listen on, by name or number
 * @param port the port to listen on; 0 takes a free one
 */
public record LabOrder(String laws, Optional<Long> seed, boolean print, String bind, int port) {

    ObjectNode message() {
        ObjectNode message = Wire.message()
                .put("laws", laws)
                .put("print", print)
                .put("bind", bind)
                .put("port", port);
        seed.ifPresent(given -> message.put("seed", given));
        return message;
    }

    static LabOrder of(JsonNode message) {
        return new LabOrder(
                message.path("laws").asText(),
                message.has("seed") ? Optional.of(message.get("seed").asLong()) : Optional.empty(),
                message.path("print").asBoolean(),
                message.path("bind").asText(),
                message.path("port").asInt());
    }
}
