package dojo.session.dynamo;

import dojo.lab.junit.LabTable;
import dojo.session.Pause;
import dojo.session.testkit.HandMovedClock;
import dojo.session.testkit.MemorySubject;
import dojo.session.testkit.SessionMemoryContract;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithSessionTable
class DynamoSessionMemoryContractTest implements SessionMemoryContract {
    private final DynamoDbClient client;
    private final String table;

    DynamoSessionMemoryContractTest(DynamoDbClient client, LabTable table) {
        this.client = client;
        this.table = table.name();
    }

    @Override
    public MemorySubject subject() {
        HandMovedClock clock = new HandMovedClock();
        return MemorySubject.of(
                DynamoSessionMemory.on(
                        client, table, MemorySettings.usual().clock(clock).pause(Pause.NONE)),
                clock);
    }
}
