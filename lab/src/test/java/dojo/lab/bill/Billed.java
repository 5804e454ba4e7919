package dojo.lab.bill;

import dojo.lab.item.Items;
import dojo.lab.law.Next;
import dojo.lab.store.Store;
import java.time.InstantSource;
import java.util.List;

/** A path with a bill and nothing else, to a store of the test's making. */
final class Billed {

    private Billed() {}

    static Next by(Meter meter, Store store) {
        InstantSource clock = InstantSource.system();
        Billing billing = new Billing(meter, Items.asking(store, clock), clock);
        return Next.through(List.of(billing::metering, billing::pricing), store);
    }
}
