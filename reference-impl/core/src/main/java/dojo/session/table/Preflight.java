package dojo.session.table;

import dojo.session.SessionId;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A look at a table before the first write: its shape, what deletes from it, what it can bear, and what we may do.
 *
 * <p>Nothing is written: permissions are tried with conditions that cannot hold, and on keys that nobody has. Immutable and thread-safe; run it once,
 * when the application starts.
 */
public final class Preflight {
    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final String prefix;
    private final double turnsPerSecond;

    private Preflight(DynamoDbClient client, String table, InstantSource clock, String prefix, double turnsPerSecond) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.prefix = prefix;
        this.turnsPerSecond = turnsPerSecond;
    }

    /** For a table that bears at least one turn of a chat a second. No request yet. */
    public static Preflight of(DynamoDbClient client, String table) {
        return new Preflight(client, table, Clock.systemUTC(), "", 1);
    }

    /** The same on the clock of the session memory, to compare it with that of the server. No request yet. */
    public Preflight on(InstantSource other) {
        return new Preflight(client, table, other, prefix, turnsPerSecond);
    }

    /**
     * Tries permissions on keys of this tenant only: all its session and customer ids begin like this. No request yet.
     *
     * @throws IllegalArgumentException if the prefix cannot begin an id
     */
    public Preflight within(String tenantPrefix) {
        return new Preflight(client, table, clock, SessionId.of(tenantPrefix).value(), turnsPerSecond);
    }

    /**
     * For a table that bears so many turns a second, a turn being what the user and the assistant say. No request yet.
     *
     * @throws IllegalArgumentException if it is not a positive number
     */
    public Preflight expecting(double turns) {
        if (!(turns > 0) || Double.isInfinite(turns)) {
            throw new IllegalArgumentException("The turns expected in a second are a positive number, got " + turns
                    + ": leave it out if unknown.");
        }
        return new Preflight(client, table, clock, prefix, turns);
    }

    /**
     * Everything that is wrong, in the order in which it is best put right; empty if the table is fit.
     *
     * <p>At most ten requests: two descriptions, which cost nothing, and, if keys and index are right, eight trials
     * that cost up to 2 read units and 7 write units. Exceptions of the client pass through, but for a missing table or
     * permission.
     */
    public List<Finding> check() {
        TableLook look = new TableLook(client, table, clock, turnsPerSecond);
        List<Finding> findings = new ArrayList<>(look.findings());
        if (look.keysAreRight()) {
            findings.addAll(new PermissionProbes(client, table, prefix).findings());
        }
        return List.copyOf(findings);
    }

    /**
     * Refuses a table that must not be written to; warnings are left to {@link #check}, at the same cost.
     *
     * @throws TableRefused with a line for each reason
     */
    public void orThrow() {
        List<Finding> reasons = check().stream().filter(Finding::prevents).toList();
        if (!reasons.isEmpty()) {
            throw new TableRefused(table, reasons);
        }
    }
}
