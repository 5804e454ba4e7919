package dojo.workbench.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.Dojo;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("The lab listens on (http://\\S+?),.*");

    @TempDir
    Path root;

    @Test
    void it_serves_until_it_is_told_to_stop() throws Exception {
        Process dojo = dojo("lab", "--port", "0");
        try (BufferedReader said = dojo.inputReader(UTF_8)) {
            URI address = addressIn(said);

            assertThat(listTables(address)).isEqualTo("{\"TableNames\":[]}");
            assertThat(health(address)).startsWith("healthy");

            dojo.toHandle().destroy();
            assertThat(dojo.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(dojo.exitValue()).isZero();
            assertThat(said.lines().toList()).contains("Stopping; requests that run are finished first.");
        } finally {
            dojo.destroyForcibly();
        }
    }

    @Test
    void laws_are_printed_as_a_file_that_it_takes_again() throws Exception {
        String printed = say(0, "lab", "--laws", "chaos", "--seed", "42", "--print-laws");
        Path file = Files.writeString(root.resolve("our.laws"), printed);

        assertThat(printed).contains("seed = 42", "[capacity]", "[faults]");
        assertThat(say(0, "lab", "--laws", file.toString(), "--print-laws")).isEqualTo(printed);
    }

    @Test
    void what_the_lab_claims_is_printed_with_its_sources() throws Exception {
        assertThat(say(0, "lab", "--fidelity"))
                .contains("capacity", "documented    A partition serves at most 3,000 read units a second")
                .contains("https://docs.aws.amazon.com/", "not modelled");
    }

    @Test
    void a_mistake_in_a_laws_file_is_named_by_its_line() throws Exception {
        Path file = Files.writeString(root.resolve("our.laws"), "seed = 1\n[capacity]\nburst = \"soon\"\n");

        assertThat(say(2, "lab", "--laws", file.toString(), "--port", "0")).contains("our.laws", "3");
    }

    @Test
    void a_busy_port_is_a_sentence_with_the_remedy() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertRefused(
                    "Somebody already listens on 127.0.0.1 port " + port
                            + ". Stop that program, or give another port; 0 takes a free one.",
                    "lab",
                    "--port",
                    port);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--port,70000,--port 70000 is no port. Give one from 1 to 65535",
        "--port,http,--port",
        "--bind,nowhere.invalid,is no address",
        "--laws,moderate,Give off"
    })
    void an_option_that_makes_no_sense_is_refused_with_its_value(String option, String value, String words)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("lab", option, value));
        if (!option.equals("--port")) {
            command.addAll(List.of("--port", "0"));
        }

        assertRefused(words, command.toArray(String[]::new));
    }

    private void assertRefused(String words, String... arguments) throws Exception {
        assertThat(say(2, arguments).replace("\n", " ")).contains(words);
    }

    private String say(int exit, String... arguments) throws Exception {
        Process dojo = dojo(arguments);
        try (BufferedReader said = dojo.inputReader(UTF_8)) {
            String text = String.join("\n", said.lines().toList()) + "\n";

            assertThat(dojo.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(dojo.exitValue()).as(text).isEqualTo(exit);
            return text;
        } finally {
            dojo.destroyForcibly();
        }
    }

    private Process dojo(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Ddojo.home=" + root,
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Dojo.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static URI addressIn(BufferedReader said) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            seen.add(line);
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.matches()) {
                return URI.create(matcher.group(1));
            }
        }
        throw new AssertionError("No address, but:\n" + String.join("\n", seen));
    }

    private static String listTables(URI address) throws Exception {
        return send(HttpRequest.newBuilder(address)
                .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
                .header("Content-Type", "application/x-amz-json-1.0")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    private static String health(URI address) throws Exception {
        return send(HttpRequest.newBuilder(address).build());
    }

    private static String send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
