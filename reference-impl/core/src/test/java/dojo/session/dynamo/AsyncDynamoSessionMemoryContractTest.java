package dojo.session.dynamo;

import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.session.Pause;
import dojo.session.testkit.HandMovedClock;
import dojo.session.testkit.MemorySubject;
import dojo.session.testkit.SessionMemoryContract;
import dojo.session.testkit.Waiting;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

@WithSessionTable
class AsyncDynamoSessionMemoryContractTest implements SessionMemoryContract {
    private final DynamoDbAsyncClient client;
    private final String table;

    AsyncDynamoSessionMemoryContractTest(Lab lab, LabTable table) {
        this.client = lab.asyncClient();
        this.table = table.name();
    }

    @Override
    public MemorySubject subject() {
        HandMovedClock clock = new HandMovedClock();
        MemorySettings settings = MemorySettings.usual().clock(clock).pause(Pause.NONE);
        return MemorySubject.of(Waiting.on(AsyncDynamoSessionMemory.on(client, table, settings)), clock);
    }
}
