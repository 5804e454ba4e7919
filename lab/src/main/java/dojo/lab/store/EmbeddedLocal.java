package dojo.lab.store;

import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** DynamoDB Local in the memory of this JVM. */
final class EmbeddedLocal {

    private EmbeddedLocal() {}

    static Store open() {
        try {
            // The flag reads "is telemetry disabled".
            AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);
            // Its threads are not daemons: without the shutdown, the JVM would never end.
            return new SdkStore(local.dynamoDbClient(), local.dynamoDbStreamsClient(), local::shutdownNow);
        } catch (RuntimeException | LinkageError e) {
            throw new StoreUnavailable(
                    "DynamoDB Local did not start: " + rootMessage(e)
                            + ". It unpacks a native library into " + System.getProperty("java.io.tmpdir")
                            + "; if that folder forbids execution, name another one with"
                            + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/some/folder (or -Dorg.sqlite.lib.path).",
                    e);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
