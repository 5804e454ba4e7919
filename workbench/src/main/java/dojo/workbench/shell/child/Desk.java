package dojo.workbench.shell.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.bill.RequestLine;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Answers what the prompt asks beside running snippets: one JSON object a line, one answer each,
 * with the request's id.
 *
 * <p>Runs on its own thread, so that it can stop a snippet that runs forever.
 */
final class Desk {
    private static final int MOST_LINES = 20;

    private final SnippetControl snippets;

    Desk(SnippetControl snippets) {
        this.snippets = snippets;
    }

    /** Serves until the prompt goes away. */
    void serve(Wire wire) throws IOException {
        Optional<JsonNode> request = wire.receive();
        while (request.isPresent()) {
            ObjectNode answer =
                    Wire.message().put("id", request.get().path("id").asLong());
            try {
                answer(request.get(), answer);
            } catch (Exception e) {
                answer.put("error", sentence(e));
            }
            wire.send(answer);
            request = wire.receive();
        }
    }

    private void answer(JsonNode request, ObjectNode answer) throws Exception {
        switch (request.path("op").asText()) {
            case "ready" -> Bench.lab();
            case "width" -> snippets.width(request.path("columns").asInt());
            case "stop" -> snippets.stop();
            case "bill" -> bill(answer);
            case "items" -> items(request.path("columns").asInt(), answer);
            case "use" -> use(request, answer);
            default -> answer.put("error", "unknown request " + request);
        }
    }

    private static void bill(ObjectNode answer) {
        List<RequestLine> lines = Bench.lab().meter().lines();
        Bill bill = Bench.lab().meter().billSince(0);
        answer.put("requests", bill.requests())
                .put("readUnits", bill.readUnits())
                .put("writeUnits", bill.writeUnits());
        var latest = answer.putArray("lines");
        lines.stream().skip(Math.max(0, lines.size() - MOST_LINES)).forEach(line -> latest.add(line.toString()));
    }

    private static void items(int columns, ObjectNode answer) {
        List<Map<String, AttributeValue>> items =
                Bench.lab().backstage().scanPaginator(scan -> scan.tableName(Bench.table())).items().stream()
                        .limit(1_000)
                        .toList();
        var lines = answer.putArray("lines");
        ItemText.items(items, columns).forEach(lines::add);
        answer.put("count", items.size());
    }

    /** A fresh table: filled by the exercise's world if it has one, by the sample session otherwise. */
    private static void use(JsonNode request, ObjectNode answer) {
        Lab lab = Bench.lab();
        String table = Tables.create(lab);
        if (request.hasNonNull("world")) {
            Tables.fill(
                    lab,
                    table,
                    Path.of(request.get("classes").asText()),
                    request.get("world").asText());
        } else {
            Tables.sample(lab, table);
        }
        Bench.use(table);
        answer.put("table", table);
    }

    private static String sentence(Throwable e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
