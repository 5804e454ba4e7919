package dojo.workbench.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docker-compose.yml, read without an engine; and the reader itself, given files with one defect each. */
class ComposeFileTest {
    private static String ours() throws IOException {
        return Files.readString(Checkout.REPOSITORY_ROOT.resolve("docker-compose.yml"));
    }

    @Test
    void our_file_has_no_defect() throws IOException {
        assertThat(ComposeFile.of(ours()).complaints()).isEmpty();
    }

    @Test
    void it_runs_the_version_of_dynamodb_local_that_the_build_uses() throws IOException {
        String pom = Files.readString(Checkout.REPOSITORY_ROOT.resolve("pom.xml"));
        String version = pom.replaceAll("(?s).*<dynamodb-local.version>(.*?)</dynamodb-local.version>.*", "$1");

        assertThat(ComposeFile.of(ours()).service("dynamodb").path("image").asString())
                .isEqualTo("amazon/dynamodb-local:" + version);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    healthcheck:          | healthchek:              | healthchek
                    image: amazon         | imge: amazon             | imge
                    dynamodb-local:3.3.1  | dynamodb-local:latest    | image
                    "127.0.0.1:8000:8000" | "8000:8000"              | ports
                    "127.0.0.1:8000:8000" | "127.0.0.1:80000:8000"   | ports
                    retries: 6            | retries: often           | retries
                    interval: 5s          | interval: soon           | interval
                    ["CMD", "curl"        | ["COMMAND", "curl"       | test
                    services:             | servises:                | servises
                    """)
    void a_seeded_defect_is_found(String written, String seeded, String complaint) throws IOException {
        assertThat(ours()).as("the place of the seed").contains(written);

        assertThat(ComposeFile.of(ours().replace(written, seeded)).complaints())
                .anySatisfy(line -> assertThat(line).contains(complaint));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    depends_on: {board: {condition: service_started}} | board is not declared under services
                    networks: [backyard]                              | backyard is not declared under networks
                    volumes: ["attic:/data"]                          | attic is not declared under volumes
                    """)
    void a_reference_to_nothing_is_found(String line, String complaint) throws IOException {
        String seeded = ours() + "    " + line + "\n";

        assertThat(ComposeFile.of(seeded).complaints())
                .singleElement()
                .asString()
                .endsWith(complaint);
    }

    @Test
    void a_file_that_is_not_yaml_is_no_compose_file() {
        assertThat(ComposeFile.of("just a sentence").complaints()).isNotEmpty();
    }
}
