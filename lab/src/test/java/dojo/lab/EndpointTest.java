package dojo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The lab in front of a DynamoDB Local that runs as a process of its own. */
class EndpointTest {

    private static Process server;
    private static URI endpoint;

    @BeforeAll
    static void start_a_server(@TempDir Path folder) throws IOException {
        endpoint = URI.create("http://localhost:" + freePort());
        server = LocalServer.start(endpoint.getPort(), folder);
    }

    @AfterAll
    static void stop_the_server() throws InterruptedException {
        server.destroy();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void forget_the_endpoint() {
        System.clearProperty(Lab.ENDPOINT);
    }

    @Test
    void the_variable_sends_the_lab_there_and_the_bill_is_still_ours() {
        System.setProperty(Lab.ENDPOINT, endpoint.toString());
        try (Lab lab = Lab.fromEnvironment();
                Lab behind = Lab.at(endpoint)) {
            String table = createTable(lab);
            lab.client().putItem(put -> put.tableName(table).item(Map.of("PK", AttributeValue.fromS("SESSION#s-5"))));

            assertThat(behind.backstage().scan(scan -> scan.tableName(table)).count())
                    .isEqualTo(1);
            assertThat(lab.meter().lines()).hasSize(1);
        }
    }

    @Test
    void two_labs_at_one_endpoint_never_share_a_table_name() {
        try (Lab one = Lab.at(endpoint);
                Lab other = Lab.at(endpoint)) {
            assertThat(one.newTableName()).isNotEqualTo(other.newTableName());
        }
    }

    @Test
    void nobody_at_the_endpoint_is_an_exception_of_the_sdk() throws IOException {
        try (Lab lab = Lab.at(URI.create("http://localhost:" + freePort()))) {
            assertThatThrownBy(() -> lab.client().listTables()).isInstanceOf(SdkClientException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "ftp://localhost", "http://", "not an address"})
    void a_value_that_is_no_address_is_refused_with_the_value(String value) {
        System.setProperty(Lab.ENDPOINT, value);

        assertThatThrownBy(Lab::fromEnvironment)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining("http://localhost:8000");
    }

    private static String createTable(Lab lab) {
        String table = lab.newTableName();
        KeySchemaElement key = KeySchemaElement.builder()
                .attributeName("PK")
                .keyType(KeyType.HASH)
                .build();
        AttributeDefinition attribute = AttributeDefinition.builder()
                .attributeName("PK")
                .attributeType(ScalarAttributeType.S)
                .build();
        lab.backstage()
                .createTable(create -> create.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(key)
                        .attributeDefinitions(attribute));
        return table;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
