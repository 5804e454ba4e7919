package dojo.session.table;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.NewSession;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.AsyncDynamoSessionMemory;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.SessionTable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The same code against another program's DynamoDB, named as a user names it. */
class StockLocalTest {
    @Test
    void everything_works_unchanged_against_the_endpoint_that_the_variable_names(@TempDir Path temporary)
            throws Exception {
        ClientSettings settings = ClientSettings.background();
        String before = System.getProperty(Endpoint.VARIABLE);
        try (StockLocal local = StockLocal.start(temporary)) {
            System.setProperty(Endpoint.VARIABLE, local.address().toString());
            try (DynamoDbClient client = SessionClients.sync(settings).build();
                    DynamoDbAsyncClient async = SessionClients.async(settings).build()) {
                SessionTable.create(client, "sessions");
                assertThat(Preflight.of(client, "sessions").check()).isEmpty();

                DynamoSessionMemory memory = DynamoSessionMemory.on(client, "sessions");
                var start = memory.create(NewSession.of("s-42").ownedBy("c-7")).positionOrThrow();
                memory.append(start, Turn.user("m-1", "Is it out?")).positionOrThrow();

                assertThat(AsyncDynamoSessionMemory.on(async, "sessions")
                                .load(SessionId.of("s-42"), Window.latest(20))
                                .get()
                                .contextOrThrow()
                                .turns())
                        .hasSize(1);
            }
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            System.clearProperty(Endpoint.VARIABLE);
        } else {
            System.setProperty(Endpoint.VARIABLE, before);
        }
    }
}
