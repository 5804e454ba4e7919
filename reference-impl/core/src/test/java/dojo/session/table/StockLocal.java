package dojo.session.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** DynamoDB Local as Amazon ships it, in a process of its own: no lab, no laws, a real socket. */
record StockLocal(Process process, URI address) implements AutoCloseable {
    private static final String READY = "ready";

    /** Returns once it answers; if it ends instead, its own words are the failure. */
    static StockLocal start(Path temporary) throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StockLocal.class.getName(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return new StockLocal(process, URI.create("http://localhost:" + port));
            }
            said.add(line);
        }
        throw new AssertionError("DynamoDB Local ended before it answered:\n" + String.join("\n", said));
    }

    /** In the other process; its threads would outlive a failure, so that ends it. */
    public static void main(String[] port) {
        try {
            ServerRunner.main(new String[] {"-inMemory", "-disableTelemetry", "-port", port[0]});
            new Socket("localhost", Integer.parseInt(port[0])).close();
            System.out.println(READY);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
