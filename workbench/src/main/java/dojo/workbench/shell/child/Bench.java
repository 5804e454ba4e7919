package dojo.workbench.shell.child;

import dojo.lab.Lab;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Where snippets find the lab: {@code ddb} and {@code table} of the prompt are these. Thread-safe. */
public final class Bench {
    private static final CompletableFuture<Ground> GROUND = new CompletableFuture<>();
    private static volatile String table = "";

    private Bench() {}

    /** The metered client; waits until the lab is open. It stays the same when the laws change. */
    public static DynamoDbClient ddb() {
        return ground().client();
    }

    /** The name of the table in use. */
    public static String table() {
        return table;
    }

    static Ground ground() {
        return GROUND.join();
    }

    /** The lab that is open now; other laws will open another. */
    static Lab lab() {
        return ground().lab();
    }

    static void opened(Ground ground) {
        GROUND.complete(ground);
    }

    static void failed(RuntimeException reason) {
        GROUND.completeExceptionally(reason);
    }

    static void use(String other) {
        table = other;
    }
}
