package dojo.lab.pace;

import static dojo.lab.law.Fidelity.Level.NOT_MODELLED;
import static java.util.Map.entry;

import dojo.lab.item.Statements;
import dojo.lab.law.Call;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.law.Site;
import dojo.lab.time.VirtualClock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * Lets each request to items take its time, all of it before the request has its effect.
 *
 * <p>On a wall clock requests take the time they take, and this law does nothing.
 */
@Fidelity(level = NOT_MODELLED, says = "How long a request takes does not depend on the size of its items or its load.")
public final class PaceLaw implements Law {

    private enum Pace {
        READ,
        WRITE,
        TRANSACTION_READ,
        TRANSACTION_WRITE
    }

    private static final Map<String, Pace> PACES = Map.ofEntries(
            entry("GetItem", Pace.READ),
            entry("BatchGetItem", Pace.READ),
            entry("Query", Pace.READ),
            entry("Scan", Pace.READ),
            entry("PutItem", Pace.WRITE),
            entry("UpdateItem", Pace.WRITE),
            entry("DeleteItem", Pace.WRITE),
            entry("BatchWriteItem", Pace.WRITE),
            entry("TransactGetItems", Pace.TRANSACTION_READ),
            entry("TransactWriteItems", Pace.TRANSACTION_WRITE),
            entry("ExecuteStatement", Pace.READ),
            entry("BatchExecuteStatement", Pace.READ),
            entry("ExecuteTransaction", Pace.TRANSACTION_READ));

    /** PartiQL is a read or a write according to what it says. */
    private static final Map<String, Pace> WRITING = Map.of(
            "ExecuteStatement", Pace.WRITE,
            "BatchExecuteStatement", Pace.WRITE,
            "ExecuteTransaction", Pace.TRANSACTION_WRITE);

    private final PaceSettings settings;
    private final Site site;

    public PaceLaw(PaceSettings settings, Site site) {
        this.settings = settings;
        this.site = site;
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        if (site.clock() instanceof VirtualClock clock) {
            clock.pass(timeOf(call));
        }
        return next.answer(call);
    }

    private Duration timeOf(Call call) {
        String operation = call.operation().name();
        Pace pace = Statements.writes(call.request()) ? WRITING.get(operation) : PACES.get(operation);
        if (pace == null) {
            // Tables, streams and tags: nothing of theirs is worth overlapping.
            return Duration.ZERO;
        }
        Duration mean = switch (pace) {
            case READ -> settings.read();
            case WRITE -> settings.write();
            case TRANSACTION_READ -> settings.transactionRead();
            case TRANSACTION_WRITE -> settings.transactionWrite();
        };
        double spread = settings.jitter() * (2 * site.dice().roll("pace", operation, "") - 1);
        return Duration.ofNanos(Math.round(mean.toNanos() * (1 + spread)));
    }
}
