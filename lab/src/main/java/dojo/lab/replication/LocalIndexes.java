package dojo.lab.replication;

import dojo.lab.store.Store;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;

/** Waits, on the clock of the machine, for the thread on which DynamoDB Local changes the indexes of a table. */
record LocalIndexes(Store leader) {

    /** About a second for a thousand items was seen. */
    private static final long LONGEST_MINUTES = 5;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Returns when no index of the table is on its way any more. It tells nobody: it has to be asked. */
    void awaitSettled(String table) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
        while (!isSettled(table)) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("DynamoDB Local has not finished the indexes of " + table + " after "
                        + LONGEST_MINUTES + " minutes. Try again with fewer items in the table.");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean isSettled(String table) {
        try {
            var describe = DescribeTableRequest.builder().tableName(table).build();
            return ((DescribeTableResponse) leader.execute(describe))
                    .table().globalSecondaryIndexes().stream()
                            .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
        } catch (AwsServiceException e) {
            // The table itself is gone.
            return true;
        } catch (RuntimeException e) {
            // DynamoDB Local breaks when it is asked while it changes an index: "LocalDBAccessException".
            return false;
        }
    }
}
