package dojo.book.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;

/** One page of the browser, with a keyboard. */
final class Tab implements AutoCloseable {

    private static final Map<String, Integer> CODES = Map.of("Tab", 9, "Enter", 13, "Escape", 27, " ", 32);

    private final DevTools tools;
    private final String context;
    private final Optional<String> session;
    private final Set<String> requested = new ConcurrentSkipListSet<>();

    Tab(DevTools tools, String context, String session) {
        this.tools = tools;
        this.context = context;
        this.session = Optional.of(session);
        send("Page.enable", Map.of());
        send("Network.enable", Map.of());
        send("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        size(1280, 900);
        tools.listen(
                "Network.requestWillBeSent",
                event -> requested.add(event.path("request").path("url").asText()));
    }

    void size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** What the reader's system says it prefers. */
    void prefer(String scheme) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    void withoutScripts() {
        send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** Opens a file, at a place if there is one, and waits until it is loaded. */
    void open(Path file, String place) {
        during(() -> send("Page.navigate", Map.of("url", file.toUri() + place)));
    }

    /** Does what makes the browser load another page, and waits until that is loaded. */
    void during(Runnable action) {
        var loaded = new CompletableFuture<JsonNode>();
        tools.listen("Page.loadEventFired", loaded::complete);
        action.run();
        DevTools.await(loaded);
    }

    /** The value of an expression; a promise is waited for. */
    JsonNode eval(String expression) {
        JsonNode answer = send(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    String text(String expression) {
        return eval(expression).asText();
    }

    boolean is(String expression) {
        return eval(expression).asBoolean();
    }

    /** Waits until an expression is true, frame by frame: what the page does next is what it is asked for. */
    void until(String expression) {
        eval("new Promise(done => { const look = () => (" + expression
                + ") ? done(true) : requestAnimationFrame(look); look(); })");
    }

    void press(String key) {
        key("keyDown", key);
        key("keyUp", key);
    }

    /** Types where the focus is. */
    void type(String words) {
        send("Input.insertText", Map.of("text", words));
    }

    private void key(String type, String key) {
        String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
        int code = CODES.getOrDefault(key, 0);
        if (type.equals("keyDown") && !text.isEmpty()) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "windowsVirtualKeyCode", code, "text", text));
        } else {
            send("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "windowsVirtualKeyCode", code));
        }
    }

    /** Every address that the page has asked for. */
    Set<String> requested() {
        return requested;
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        return tools.send(session, method, parameters);
    }

    @Override
    public void close() {
        tools.send(Optional.empty(), "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }
}
