package dojo.book.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium without a window and without a network, for as long as a test class runs. */
final class Chromium implements AutoCloseable {

    static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge");

    private static final String READY = "DevTools listening on ";

    private final Process process;
    private final DevTools tools;

    private Chromium(Process process, DevTools tools) {
        this.process = process;
        this.tools = tools;
    }

    /** The first browser of a usual name in the search path. */
    static Optional<Path> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param profile a folder of its own, in which it may leave what it likes */
    static Chromium open(Path executable, Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        executable.toString(),
                        "--headless=new",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--no-sandbox",
                        "--no-first-run",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-extensions",
                        "--disable-background-networking",
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Chromium(process, new DevTools(address(process)));
        } catch (IOException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    /** It says on its error stream where it can be spoken to; what it complains of later is read and forgotten. */
    private static String address(Process process) throws IOException {
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(READY)) {
                var drain = new Thread(() -> drain(said), "complaints of Chromium");
                drain.setDaemon(true);
                drain.start();
                return line.substring(READY.length());
            }
        }
        throw new IOException("Chromium ended before it was ready");
    }

    private static void drain(BufferedReader said) {
        try {
            while (said.readLine() != null) {
                // Nobody asks.
            }
        } catch (IOException closed) {
            // It has ended.
        }
    }

    /** A new page with nothing on it, which remembers nothing that another has kept. */
    Tab tab() {
        String context = send("Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
        send(
                "Browser.grantPermissions",
                Map.of(
                        "browserContextId",
                        context,
                        "permissions",
                        List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        String target = send("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asText();
        String session = send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        return new Tab(tools, context, session);
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        return tools.send(Optional.empty(), method, parameters);
    }

    @Override
    public void close() {
        send("Browser.close", Map.of());
        process.onExit().join();
        tools.close();
    }
}
