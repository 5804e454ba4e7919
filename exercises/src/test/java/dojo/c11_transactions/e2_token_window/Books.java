package dojo.c11_transactions.e2_token_window;

import dojo.lab.junit.LabTable;
import java.util.List;

/** What the books of the shop say; looking at them is on no bill. */
final class Books {
    private final LabTable table;

    Books(LabTable table) {
        this.table = table;
    }

    /** Opens an account. */
    void credit(String customerId, int points) {
        table.put(Items.account(customerId, points));
    }

    /** How many points a customer has left. */
    int points(String customerId) {
        return Items.points(table.items("CUSTOMER#" + customerId).get(0));
    }

    /** The redemptions noted under this id: one or none. */
    List<Redemption> noted(String id) {
        return table.items("REDEMPTION#" + id).stream().map(Items::redemption).toList();
    }
}
