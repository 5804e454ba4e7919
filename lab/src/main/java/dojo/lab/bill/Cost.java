package dojo.lab.bill;

import dojo.lab.item.Charge;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What one request costs, charge by charge. */
record Cost(List<Charge> charges) {

    static final Cost NOTHING = new Cost(List.of());

    static Cost of(Charge... charges) {
        return new Cost(List.of(charges));
    }

    static Cost sum(Stream<Cost> costs) {
        List<Charge> all = new ArrayList<>();
        costs.forEach(cost -> all.addAll(cost.charges));
        return new Cost(List.copyOf(all));
    }

    Cost plus(Charge charge) {
        return sum(Stream.of(this, of(charge)));
    }

    /** The same in a transaction, which prepares and commits: the table pays twice, its indexes once. */
    Cost inTransaction() {
        return new Cost(charges.stream()
                .map(charge ->
                        charge.index().isPresent() ? charge : charge.withUnits(WriteUnits.TRANSACTION * charge.units()))
                .toList());
    }

    double readUnits() {
        return units(Charge.Kind.READ);
    }

    double writeUnits() {
        return units(Charge.Kind.WRITE);
    }

    private double units(Charge.Kind kind) {
        return charges.stream()
                .filter(charge -> charge.kind() == kind)
                .mapToDouble(Charge::units)
                .sum();
    }
}
