package dojo.workbench.shell.child;

import dojo.lab.Lab;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Where snippets find the lab: {@code ddb} and {@code table} of the prompt are these. Thread-safe. */
public final class Bench {
    private static final CompletableFuture<Lab> LAB = new CompletableFuture<>();
    private static volatile String table = "";

    private Bench() {}

    /** The metered client; waits until the lab is open. */
    public static DynamoDbClient ddb() {
        return lab().client();
    }

    /** The name of the table in use. */
    public static String table() {
        return table;
    }

    static Lab lab() {
        return LAB.join();
    }

    static void opened(Lab lab) {
        LAB.complete(lab);
    }

    static void failed(RuntimeException reason) {
        LAB.completeExceptionally(reason);
    }

    static void use(String other) {
        table = other;
    }
}
