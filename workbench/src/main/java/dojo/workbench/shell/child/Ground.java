package dojo.workbench.shell.child;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.door.LabClients;
import dojo.lab.expiry.ExpirySettings;
import dojo.lab.law.Dice;
import dojo.lab.time.Clock;
import dojo.lab.time.VirtualClock;
import dojo.lab.time.VirtualRetries;
import dojo.workbench.shell.child.TableCopy.Copied;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The lab that snippets play on. Other laws mean another lab, into which the tables are copied; the client, the bill and
 * the time go on.
 *
 * <p>Safe for use by many threads; a request that is under way while the laws change may find its lab closed.
 */
final class Ground {
    private volatile Scene scene;
    private final Ledger ledger;
    private final DynamoDbClient client;

    /**
     * A lab and who watches it.
     *
     * @param witness empty in front of an endpoint, where there are no laws to watch
     */
    private record Scene(Lab lab, Optional<Witness> witness, Dice dice) {}

    private Ground(Scene scene, boolean ours) {
        this.scene = scene;
        this.ledger = new Ledger(scene.lab().meter());
        this.client = ours
                ? LabClients.items(
                        new Door(() -> this.scene.lab().httpClient()),
                        VirtualRetries.on(
                                new TheClock(),
                                attempt -> this.scene.dice().roll("retries", "attempt " + attempt, "prompt")))
                : scene.lab().client();
    }

    /** A lab of our own, without laws for the moment, whose clock stands at the given time. */
    static Ground open(Instant now) {
        return new Ground(scene(Laws.off(), now.truncatedTo(ChronoUnit.SECONDS)), true);
    }

    /** Somebody else's DynamoDB. */
    static Ground at(Lab endpoint) {
        return new Ground(new Scene(endpoint, Optional.empty(), new Dice(1)), false);
    }

    private static Scene scene(Laws laws, Instant now) {
        var clock = new VirtualClock(now);
        var witness = new Witness(clock);
        return new Scene(Lab.under(laws, clock, witness), Optional.of(witness), new Dice(laws.seed()));
    }

    Lab lab() {
        return scene.lab();
    }

    DynamoDbClient client() {
        return client;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Whether laws can hold here. */
    boolean isOurs() {
        return scene.witness().isPresent();
    }

    /**
     * Who saw the requests under the laws that hold now.
     *
     * @throws IllegalStateException with a sentence, in front of an endpoint
     */
    Witness witness() {
        requireOurs();
        return scene.witness().orElseThrow();
    }

    /** Throws a sentence in front of an endpoint. */
    void requireOurs() {
        if (!isOurs()) {
            throw new IllegalStateException("This prompt stands in front of "
                    + Lab.ENDPOINT + "=" + Lab.endpoint().map(Object::toString).orElse("") + ", which has no laws, no"
                    + " clock and no trace of ours. Unset " + Lab.ENDPOINT + " to play in the built-in lab.");
        }
    }

    /**
     * Lets these laws hold from now on. If that fails, everything stays as it was.
     *
     * @throws IllegalArgumentException if the laws contradict each other
     */
    synchronized Copied switchTo(Laws laws) {
        requireOurs();
        Lab before = scene.lab();
        TableCopy.requireRoom(before);
        // Time to live takes an hour to take effect; the tables are not new, so that hour lies behind them.
        Duration settling =
                laws.get(ExpirySettings.class).map(ExpirySettings::changeTakes).orElse(Duration.ZERO);
        Scene next = scene(laws, before.clock().instant().minus(settling));
        Copied copied;
        try {
            copied = TableCopy.of(before, next.lab(), settling);
        } catch (RuntimeException e) {
            next.lab().close();
            throw e;
        }
        ledger.continueWith(next.lab().meter());
        scene = next;
        before.close();
        return copied;
    }

    /** An empty lab without laws at the time of the wall, if any law was switched on or the clock was moved. */
    synchronized void startOver(Instant wall) {
        Lab before = scene.lab();
        boolean untouched =
                before.laws().settings().isEmpty() && before.clock().instant().isBefore(wall.plusSeconds(1));
        if (isOurs() && !untouched) {
            Scene next = scene(Laws.off(), wall.truncatedTo(ChronoUnit.SECONDS));
            ledger.continueWith(next.lab().meter());
            scene = next;
            before.close();
        }
    }

    /** A table name that is free, also among tables that were copied. */
    String newTableName() {
        var taken = new HashSet<String>();
        if (isOurs()) {
            lab().backstage().listTablesPaginator().tableNames().forEach(taken::add);
        }
        String name = lab().newTableName();
        while (taken.contains(name)) {
            name = lab().newTableName();
        }
        return name;
    }

    /** The clock of whichever lab is open. */
    private final class TheClock implements Clock {
        private Clock now() {
            return scene.lab().clock();
        }

        @Override
        public Instant instant() {
            return now().instant();
        }

        @Override
        public void pass(Duration duration) {
            now().pass(duration);
        }

        @Override
        public void advance(Duration step) {
            now().advance(step);
        }

        @Override
        public void at(Instant due, Runnable event) {
            now().at(due, event);
        }

        @Override
        public void catchUp() {
            now().catchUp();
        }
    }
}
