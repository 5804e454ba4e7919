package dojo.session.dynamo;

import dojo.session.Moved;
import dojo.session.Reconciled;
import dojo.session.SessionId;
import dojo.session.work.Runner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Moves sessions of a global table with eventual consistency from one Region to another.
 *
 * <p>Conditions are judged on the copy of the Region where they are written, and of two writes of one item the later
 * one wins, so a session has one home and is written there only. A hand-over raises the epoch: what a writer with an old
 * position stores after it can never be taken for a part of the conversation. Blocking; thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">AWS:
 *     how global tables work</a>
 */
public final class SessionHomes {
    private final MoveSession move;
    private final TakeOverSession takeOver;
    private final Runner runner;

    private SessionHomes(DynamoDbClient client, String table, MemorySettings settings) {
        if (settings.region().isEmpty()) {
            throw new IllegalArgumentException("Homes need to know in which Region they run, got settings without one:"
                    + " say MemorySettings.region(…).");
        }
        Home here = new Home(settings.region());
        this.move = new MoveSession(table, here);
        this.takeOver = new TakeOverSession(table, here, new Contents(table, settings.content()));
        this.runner = Runner.over(client, settings.forRunner());
    }

    /**
     * The homes as seen from one Region.
     *
     * @throws IllegalArgumentException if the settings name no Region
     */
    public static SessionHomes on(DynamoDbClient client, String table, MemorySettings settings) {
        return new SessionHomes(client, table, settings);
    }

    /**
     * Hands a session that is at home here over to another Region; the old log is sealed in the same transaction.
     *
     * <p>Costs 2 read units and a transaction of 6 write units. The other Region writes as soon as the head has arrived
     * there, and answers {@link dojo.session.Append.Arriving} to a writer whose turns have not. Safe to repeat.
     */
    public Moved move(SessionId session, String to) {
        return runner.run("move", move.move(session, to));
    }

    /**
     * Takes over a session whose home cannot be asked. <b>Turns that were acknowledged there and have not arrived here
     * are missing</b> from the conversation; {@link #reconcile} reports them when the lost Region is back.
     *
     * <p>Stop the writers of the lost Region first: until they learn of the new home, they go on storing turns that
     * will only be reported. Costs 1 read unit, one for each 4 KB of turns, and a transaction of 4 write units.
     */
    public Moved takeOver(SessionId session) {
        return runner.run("takeOver", takeOver.takeOver(session));
    }

    /**
     * Reports what the lost Region had stored beyond the cut, restores a head that it overwrote, and seals its log.
     *
     * <p>Call it when replication has caught up, and again until it reports nothing new: each call reports all stranded
     * turns. Costs 1 read unit, one for each 4 KB of stranded turns, and 1 write unit for the seal (2 more for a head).
     */
    public Reconciled reconcile(SessionId session) {
        return runner.run("reconcile", takeOver.reconcile(session));
    }
}
