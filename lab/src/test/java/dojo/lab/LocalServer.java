package dojo.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** DynamoDB Local as a process of its own that says when it can be asked: by itself it only says that it will start. */
public final class LocalServer {

    private static final String STARTED = "The server answers.";

    private LocalServer() {}

    /** Returns once the server answers; one that ends instead fails with its own words. */
    public static Process start(int port, Path temporaryFolder) throws IOException {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-StackTraceInThrowable",
                        "-Djava.io.tmpdir=" + temporaryFolder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalServer.class.getName(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        BufferedReader output = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(STARTED)) {
                return server;
            }
            said.add(line);
        }
        throw new AssertionError("The server ended before it answered:\n" + String.join("\n", said));
    }

    /** Runs in the other process; ends it whatever goes wrong, for the server's own threads would keep it alive. */
    public static void main(String[] arguments) {
        try {
            ServerRunner.main(new String[] {"-inMemory", "-disableTelemetry", "-port", arguments[0]});
            new Socket("localhost", Integer.parseInt(arguments[0])).close();
            System.out.println(STARTED);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
