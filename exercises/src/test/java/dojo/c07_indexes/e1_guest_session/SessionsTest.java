package dojo.c07_indexes.e1_guest_session;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

@WithLab
@WithTable(
        globalIndexes =
                @GlobalIndex(
                        name = "GSI1-customer-sessions",
                        partitionKey = "GSI1PK",
                        sortKey = "GSI1SK",
                        sortKeyType = ScalarAttributeType.N))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionsTest {
    private final LabTable table;
    private final Sessions sessions;

    SessionsTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z"));
        sessions = new Sessions(ddb, table.name(), clock);
    }

    @Test
    @Order(1)
    void a_customer_finds_the_session_again() {
        assertThat(sessions.create("s-42", "c-mina")).isTrue();

        assertThat(RecentSessions.of(table.backstage(), table.name(), "c-mina")).containsExactly("s-42");
    }

    @Test
    @Order(2)
    @Costs(requests = 1, readUnits = 0, writeUnits = 1)
    void a_guest_gets_a_session() {
        Optional<String> refusal = refusalOf(() -> sessions.create("s-43", null));

        assertThat(refusal).as("what DynamoDB refused").isEmpty();
        assertThat(table.items("SESSION#s-43"))
                .as("items of the guest's session")
                .hasSize(1);
    }

    /** A refusal is what this exercise is about, so it becomes something to assert on. */
    private static Optional<String> refusalOf(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (DynamoDbException refused) {
            AwsErrorDetails error = refused.awsErrorDetails();
            return Optional.of(error.errorCode() + ": " + error.errorMessage());
        }
    }
}
