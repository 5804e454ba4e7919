package dojo.c04_conditional_writes.e5_lease_with_fence;

import dojo.lab.junit.OtherProcess;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What w-2 tries on its server, and the lease that it got. */
final class Rival implements OtherProcess.Work<List<String>> {
    @Override
    public List<String> run(DynamoDbClient ddb, String table, InstantSource clock) {
        return new Summaries(ddb, table, clock)
                .acquire("s-42", "w-2").map(Lease::toString).stream().toList();
    }
}
