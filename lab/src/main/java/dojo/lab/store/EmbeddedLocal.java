package dojo.lab.store;

import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** DynamoDB Local in the memory of this JVM. */
final class EmbeddedLocal {

    private static final int LONGEST_QUOTE = 120;

    private EmbeddedLocal() {}

    static Store open() {
        try {
            // The flag reads "is telemetry disabled".
            AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);
            // Its threads are not daemons: without the shutdown, the JVM would never end.
            return new AsServed(
                    new SdkStore(local.dynamoDbClient(), local.dynamoDbStreamsClient(), local::shutdownNow));
        } catch (RuntimeException | LinkageError e) {
            throw new StoreUnavailable(
                    "DynamoDB Local did not start: it unpacks a native library into "
                            + System.getProperty("java.io.tmpdir") + " and loads it from there. If that folder is"
                            + " missing, full or forbids execution, name another one, for example"
                            + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/some/folder ./dojo (-Dorg.sqlite.lib.path moves"
                            + " the library alone). The first words of the error: " + firstWords(e),
                    e);
        }
    }

    /** The message of the library fills a screen, and its advice is for its authors. */
    private static String firstWords(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return message.length() <= LONGEST_QUOTE ? message : message.substring(0, LONGEST_QUOTE) + "…";
    }
}
