package dojo.workbench.shell.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.bill.Bill;
import dojo.lab.bill.RequestLine;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Answers what the prompt asks beside running snippets: one JSON object a line, one answer each,
 * with the request's id.
 *
 * <p>Runs on its own thread, so that it can stop a snippet that runs forever.
 */
final class Desk {
    private static final int MOST_LINES = 20;

    private final SnippetControl snippets;
    private final TableDesk tables = new TableDesk();
    private final LawDesk laws = new LawDesk();
    private Ledger.Mark reset = Ledger.Mark.START;
    private Ledger.Mark snippet = Ledger.Mark.START;

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
            case "stop" -> snippets.stop();
            case "begin" -> begin();
            case "bill" -> bill(answer);
            case "start-over" -> Bench.ground().startOver(Instant.now());
            case "reset-bill" -> reset = Bench.ground().ledger().mark();
            case "value" -> value(request, answer);
            case "json" -> answer.put("json", kept(request).map(Shown::wire).orElse(""));
            case "use" -> tables.use(request, answer);
            case "table" -> tables.table(request, answer);
            case "tables" -> tables.names(answer);
            case "scan" -> tables.scan(request, answer);
            case "laws" -> laws.laws(answer);
            case "law" -> laws.law(request, answer);
            case "switch" -> laws.switchTo(request, answer);
            case "clock" -> laws.clock(request, answer);
            case "heat" -> laws.heat(answer);
            case "trace" -> laws.trace(request, answer);
            default -> answer.put("error", "unknown request " + request);
        }
    }

    /** A snippet is about to run: its bill and its requests count from here. */
    private void begin() {
        snippet = Bench.ground().ledger().mark();
        laws.begin();
    }

    private void bill(ObjectNode answer) {
        Ledger ledger = Bench.ground().ledger();
        put(answer.putObject("total"), ledger.total());
        put(answer.putObject("snippet"), ledger.since(snippet));
        put(answer.putObject("since"), ledger.since(reset));
        answer.put("touched", laws.touched());
        var latest = answer.putArray("lines");
        for (RequestLine line : ledger.lines(reset, MOST_LINES)) {
            latest.addObject()
                    .put("text", line.toString())
                    .put("readUnits", line.readUnits())
                    .put("writeUnits", line.writeUnits());
        }
    }

    private static void put(ObjectNode json, Bill bill) {
        json.put("requests", bill.requests()).put("readUnits", bill.readUnits()).put("writeUnits", bill.writeUnits());
    }

    private void value(JsonNode request, ObjectNode answer) {
        kept(request).flatMap(SnippetControl.drawer()::of).ifPresent(sheet -> answer.set("value", sheet));
    }

    private Optional<Object> kept(JsonNode request) {
        return snippets.shown().value(request.path("number").asInt());
    }

    private static String sentence(Throwable e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
