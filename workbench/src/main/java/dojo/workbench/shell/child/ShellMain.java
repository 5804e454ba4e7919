package dojo.workbench.shell.child;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.Lab;
import dojo.workbench.worker.KeyboardInterrupt;
import dojo.workbench.worker.Labs;
import dojo.workbench.worker.ParentLink;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import jdk.jshell.execution.Util;

/** The main class of the prompt's other process. It ends with the prompt, whatever a snippet does. */
public final class ShellMain {
    private ShellMain() {}

    /** Serves two connections: one for snippets, as JShell speaks, one for everything else. */
    public static void main(String[] args) throws IOException {
        // It would end the lab together with the snippet.
        KeyboardInterrupt.leaveToTheParent();
        Wire desk = ParentLink.connect();
        var snippets = new SnippetControl();
        // The lab opens here, not in a snippet's thread: its threads must not die when a snippet is stopped.
        daemon("dojo-lab", ShellMain::openLab);
        Socket stream = connect(desk);
        daemon("dojo-desk", () -> serve(desk, snippets));
        Map<String, Consumer<OutputStream>> outputs = new HashMap<>();
        outputs.put("out", out -> System.setOut(print(out)));
        outputs.put("err", out -> System.setErr(print(out)));
        Map<String, Consumer<InputStream>> inputs = new HashMap<>();
        inputs.put("in", System::setIn);
        Util.forwardExecutionControlAndIO(snippets, stream.getInputStream(), stream.getOutputStream(), outputs, inputs);
        leave();
    }

    private static void openLab() {
        try {
            // An endpoint has a clock of its own; ours stands still between snippets, at the time of the wall at first.
            Bench.opened(Lab.endpoint().isPresent() ? Ground.at(Labs.open()) : Ground.open(Instant.now()));
        } catch (RuntimeException e) {
            Bench.failed(e);
        }
    }

    /** The first message names the port at which the prompt speaks JShell, and the word that proves who calls. */
    private static Socket connect(Wire desk) throws IOException {
        JsonNode where = desk.receive().orElseThrow(() -> new IOException("The prompt is gone."));
        var socket =
                new Socket(InetAddress.getLoopbackAddress(), where.path("port").asInt());
        socket.setTcpNoDelay(true);
        byte[] secret = where.path("secret").asText().getBytes(StandardCharsets.US_ASCII);
        socket.getOutputStream().write(secret);
        socket.getOutputStream().flush();
        return socket;
    }

    private static void serve(Wire wire, SnippetControl snippets) {
        try {
            new Desk(snippets).serve(wire);
        } catch (IOException e) {
            // The prompt is gone, which ends this process all the same.
        }
        leave();
    }

    /** Orderly, so that DynamoDB Local removes its native library; but not for longer than that may take. */
    private static void leave() {
        daemon("dojo-leave", () -> {
            try {
                Thread.sleep(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(0);
        });
        System.exit(0);
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static PrintStream print(OutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
