package dojo.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.capacity.CapacitySettings;
import dojo.lab.conflict.ConflictLaw;
import dojo.lab.conflict.ConflictSettings;
import dojo.lab.expiry.ExpirySettings;
import dojo.lab.fault.Fault;
import dojo.lab.fault.FaultRule;
import dojo.lab.fault.FaultSettings;
import dojo.lab.replication.ReplicationLaw;
import dojo.lab.replication.ReplicationSettings;
import dojo.lab.stream.StreamSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What DynamoDB Local refuses is refused in the same words under all laws, whatever they would have done to it.
 *
 * <p>The item {@code a} is prepared by a foreign transaction, and unknown to the followers, which serve all eventually
 * consistent reads; every batch is done in part if it can be.
 */
class RefusedAlikeTest {

    private static final String CREATE = "{'TableName':'things','BillingMode':'PAY_PER_REQUEST',"
            + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
            + "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}]}";

    private static Lab lawful;
    private static Lab lawless;

    @BeforeAll
    static void open() throws IOException {
        lawful = Lab.under(Laws.off()
                .with(FaultSettings.of(FaultRule.of(Fault.PARTIAL_BATCH)))
                .with(CapacitySettings.real())
                .with(ConflictSettings.real())
                .with(ExpirySettings.real())
                .with(StreamSettings.real())
                .with(ReplicationSettings.real().leaderShare(0)));
        lawless = Lab.under(Laws.off());
        assertThat(answer(lawful, "CreateTable", CREATE)).startsWith("200 ");
        assertThat(answer(lawless, "CreateTable", CREATE)).startsWith("200 ");
        lawful.law(ReplicationLaw.class).pause();
        assertThat(answer(lawful, "PutItem", "{'TableName':'things','Item':{'pk':{'S':'a'}}}"))
                .isEqualTo("200 {}");
        lawful.law(ConflictLaw.class).prepare("things", Map.of("pk", AttributeValue.fromS("a")));
    }

    @AfterAll
    static void close() {
        lawful.close();
        lawless.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Query | {'TableName':'things','KeyConditions':{'pk':null}}",
                "Scan | {'TableName':'things','ExclusiveStartKey':{'pk':null}}",
                "BatchGetItem | {'RequestItems':{'things':{'Keys':[{'pk':null},{'pk':{'S':'a'}}]}}}",
                "GetItem | {'TableName':'things','Key':{'other':{'S':'a'}}}",
                "UpdateTable | {'TableName':'things','GlobalSecondaryIndexUpdates':[null]}"
            })
    void a_senseless_request(String operation, String body) throws IOException {
        assertAlike(operation, body);
    }

    @Test
    void a_batch_of_26_writes_although_one_of_them_meets_a_transaction() throws IOException {
        String writes = IntStream.range(0, 25)
                .mapToObj(i -> "{'DeleteRequest':{'Key':{'pk':{'S':'b" + i + "'}}}}")
                .collect(Collectors.joining(","));

        assertAlike(
                "BatchWriteItem",
                "{'RequestItems':{'things':[{'DeleteRequest':{'Key':{'pk':{'S':'a'}}}}," + writes + "]}}");
    }

    @Test
    void a_batch_that_writes_an_item_twice_although_it_meets_a_transaction() throws IOException {
        String write = "{'DeleteRequest':{'Key':{'pk':{'S':'a'}}}}";

        assertAlike("BatchWriteItem", "{'RequestItems':{'things':[" + write + "," + write + "]}}");
    }

    private static void assertAlike(String operation, String body) throws IOException {
        String bare = answer(lawless, operation, body);

        // Local itself breaks over some of these.
        assertThat(bare).matches("(400|500) .*");
        assertThat(answer(lawful, operation, body)).isEqualTo(bare);
    }

    /** Past the marshalling of the SDK, which cannot say most of this. */
    private static String answer(Lab lab, String operation, String body) throws IOException {
        byte[] json = body.replace('\'', '"').getBytes(UTF_8);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://localhost/"))
                .putHeader("X-Amz-Target", "DynamoDB_20120810." + operation)
                .build();
        HttpExecuteResponse response = lab.httpClient()
                .prepareRequest(HttpExecuteRequest.builder()
                        .request(request)
                        .contentStreamProvider(() -> new ByteArrayInputStream(json))
                        .build())
                .call();
        return response.httpResponse().statusCode() + " "
                + new String(response.responseBody().orElseThrow().readAllBytes(), UTF_8);
    }
}
