package dojo.session.dynamo;

import dojo.lab.Lab;
import dojo.lab.law.Law;
import dojo.session.Pause;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A lab under laws of the test's choice, with a table and a memory on it. */
final class Troubled implements AutoCloseable {
    private final Lab lab;
    private final String table;
    final Hands clock = new Hands();
    final DynamoSessionMemory memory;

    private Troubled(Lab lab) {
        this.lab = lab;
        this.table = lab.newTableName();
        SessionTable.create(lab.backstage(), table);
        this.memory = DynamoSessionMemory.on(lab.client(), table, clock, Pause.NONE);
    }

    static Troubled by(Law... laws) {
        return new Troubled(Lab.fromEnvironment(laws));
    }

    /** A memory on the same table that no law troubles. */
    DynamoSessionMemory calm() {
        return DynamoSessionMemory.on(backstage(), table, clock, Pause.NONE);
    }

    DynamoDbClient backstage() {
        return lab.backstage();
    }

    String table() {
        return table;
    }

    @Override
    public void close() {
        lab.backstage().deleteTable(drop -> drop.tableName(table));
        lab.close();
    }
}
