package dojo.c11_transactions.e4_uniqueness_item;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;

/** What the shop has and shows; what is done here is on no bill. */
final class Shop {
    private final LabTable table;
    private final Handles backstage;

    Shop(LabTable table) {
        this.table = table;
        backstage = new Handles(table.backstage(), table.name());
    }

    /** Begins with a customer of this handle. */
    void has(String customerId, Handle handle) {
        assertThat(backstage.register(customerId, handle)).isEqualTo(new Reply.Done());
    }

    /** Asks for a handle for a customer who has none. */
    Reply gives(String customerId, Handle handle) {
        return backstage.register(customerId, handle);
    }

    /** The handle on the customer's page, or {@code nothing}. */
    String shows(String customerId) {
        return table.items("CUSTOMER#" + customerId).stream()
                .map(Profiles::shown)
                .findFirst()
                .orElse("nothing");
    }
}
