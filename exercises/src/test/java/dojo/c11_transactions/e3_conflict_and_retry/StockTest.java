package dojo.c11_transactions.e3_conflict_and_retry;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab(laws = """
        [pace]
        [conflicts]
        """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StockTest {
    private static final Reservation RESERVED = new Reservation.Reserved();

    private final Sale sale;
    private final Stock stock;

    StockTest(Lab lab, DynamoDbClient ddb, LabTable table, Seed seed) {
        sale = new Sale(lab, table, seed);
        stock = new Stock(ddb, table.name(), sale.pause());
    }

    @Test
    @Order(1)
    @Costs(requests = 1, readUnits = 0, writeUnits = 4)
    void a_copy_is_reserved_in_one_request() {
        sale.has(40);

        assertThat(stock.reserve("o-17", Sale.SKU)).isEqualTo(RESERVED);
        assertThat(sale.left()).as("copies left of 40").isEqualTo(39);
    }

    @Test
    @Order(2)
    void without_a_copy_it_is_sold_out() {
        sale.has(0);

        assertThat(stock.reserve("o-17", Sale.SKU)).isEqualTo(new Reservation.SoldOut());
        assertThat(sale.isReserved("o-17")).as("o-17 is reserved").isFalse();
    }

    @Test
    @Order(3)
    void the_transaction_of_somebody_else_is_no_answer() {
        sale.has(40);
        sale.stockIsHeldFor(Duration.ofMillis(60));

        assertThat(stock.reserve("o-17", Sale.SKU))
                .as("told, with 40 copies left")
                .isEqualTo(RESERVED);
        assertThat(sale.left()).as("copies left of 40").isEqualTo(39);
    }

    @Test
    @Order(4)
    void a_new_price_waits_for_the_transaction_of_somebody_else() {
        sale.has(40);
        sale.stockIsHeldFor(Duration.ofMillis(60));
        stock.reprice(Sale.SKU, 450);

        assertThat(sale.price()).as("price in cents").isEqualTo(450);
    }
}
