package dojo.book.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Speaks the DevTools protocol of Chromium: a command has an answer, and an event has whoever listens. */
final class DevTools implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_IN_SECONDS = 300;

    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();
    private final WebSocket socket;

    DevTools(String address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), this)
                .join();
    }

    /** Sends a command, to the browser or to one of its pages, and waits for the answer. */
    JsonNode send(Optional<String> session, String method, Map<String, ?> parameters) {
        int number = numbers.incrementAndGet();
        ObjectNode command = JSON.createObjectNode().put("id", number).put("method", method);
        session.ifPresent(id -> command.put("sessionId", id));
        command.set("params", JSON.valueToTree(parameters));
        var answer = new CompletableFuture<JsonNode>();
        answers.put(number, answer);
        socket.sendText(command.toString(), true).join();
        JsonNode reply = await(answer);
        if (reply.has("error")) {
            throw new IllegalStateException(method + " " + parameters + ": " + reply.get("error"));
        }
        return reply.path("result");
    }

    /** From now on, each event of this name is handed over. */
    void listen(String event, Consumer<JsonNode> listener) {
        listeners.put(event, listener);
    }

    static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_IN_SECONDS, TimeUnit.SECONDS).join();
    }

    void close() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        message.append(part);
        if (last) {
            receive(message.toString());
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void receive(String text) {
        try {
            JsonNode received = JSON.readTree(text);
            CompletableFuture<JsonNode> answer =
                    answers.remove(received.path("id").asInt());
            Consumer<JsonNode> listener = listeners.get(received.path("method").asText());
            if (answer != null) {
                answer.complete(received);
            } else if (listener != null) {
                listener.accept(received.path("params"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(text, unreadable);
        }
    }
}
