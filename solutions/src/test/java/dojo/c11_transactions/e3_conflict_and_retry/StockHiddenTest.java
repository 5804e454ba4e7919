package dojo.c11_transactions.e3_conflict_and_retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.StoppedProcess;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.time.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@WithLab(laws = """
        [pace]
        [conflicts]
        """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StockHiddenTest {
    private static final Reservation RESERVED = new Reservation.Reserved();
    private static final Reservation SOLD_OUT = new Reservation.SoldOut();
    private static final Duration FOR_EVER = Duration.ofDays(300);
    private static final int MOST_REQUESTS = 10;

    private final Lab lab;
    private final Seed seed;
    private final Sale sale;
    private final Stock stock;
    private final Stock watched;

    StockHiddenTest(Lab lab, DynamoDbClient ddb, LabTable table, Seed seed) {
        this.lab = lab;
        this.seed = seed;
        sale = new Sale(lab, table, seed);
        stock = new Stock(ddb, table.name(), sale.pause());
        watched = new Stock(StoppedProcess.after(MOST_REQUESTS, ddb), table.name(), sale.pause());
    }

    @Test
    @Order(1)
    @Costs(requests = 1)
    void an_answer_is_not_asked_for_twice() {
        sale.has(0);

        assertThat(stock.reserve("o-17", Sale.SKU)).isEqualTo(SOLD_OUT);
    }

    @Test
    @Order(2)
    void an_order_that_has_its_copy_takes_no_other() {
        sale.has(0);
        sale.hasReserved("o-17");

        assertThat(stock.reserve("o-17", Sale.SKU)).isEqualTo(RESERVED);
        assertThat(sale.left()).as("copies left").isZero();
    }

    @Test
    @Order(3)
    void a_conflict_about_the_order_is_a_conflict_too() {
        sale.has(40);
        sale.noteIsHeldFor("o-17", Duration.ofMillis(60));

        assertThat(stock.reserve("o-17", Sale.SKU)).isEqualTo(RESERVED);
        assertThat(sale.left()).as("copies left of 40").isEqualTo(39);
    }

    @Test
    @Order(4)
    void an_answer_stands_beside_a_conflict() {
        sale.has(40);
        sale.hasReserved("o-17");
        sale.stockIsHeldFor(FOR_EVER);

        assertThat(watched.reserve("o-17", Sale.SKU))
                .as("told to an order that has its copy, while the stock is held")
                .isEqualTo(RESERVED);
    }

    @Test
    @Order(5)
    void a_conflict_of_a_fifth_of_a_second_is_outlasted(Inputs inputs) {
        int copies = inputs.given("copies", seed.random().nextInt(1, 30));
        sale.has(copies);
        sale.stockIsHeldFor(Duration.ofMillis(200));

        assertThat(watched.reserve("o-17", Sale.SKU)).isEqualTo(RESERVED);
        assertThat(sale.left()).as("copies left of %s", copies).isEqualTo(copies - 1);
    }

    @Test
    @Order(6)
    void a_conflict_that_does_not_end_comes_out() {
        sale.has(40);
        sale.stockIsHeldFor(FOR_EVER);

        assertThatThrownBy(() -> watched.reserve("o-17", Sale.SKU))
                .as("reserve, while the stock is held for ever")
                .isInstanceOf(DynamoDbException.class);
        assertThat(sale.isReserved("o-17")).as("o-17 is reserved").isFalse();
    }

    @Test
    @Order(7)
    void a_price_that_cannot_be_set_comes_out() {
        sale.has(40);
        sale.stockIsHeldFor(FOR_EVER);

        assertThatThrownBy(() -> watched.reprice(Sale.SKU, 450))
                .as("reprice, while the stock is held for ever")
                .isInstanceOf(DynamoDbException.class);
    }

    @Test
    @Order(8)
    void of_five_buyers_at_once_three_get_the_three_copies() {
        sale.has(3);
        List<Reservation> told = Collections.synchronizedList(new ArrayList<>());
        Scenario scenario = Scenario.on(lab.clock(), seed.value());
        for (int buyer = 1; buyer <= 5; buyer++) {
            String order = "o-" + buyer;
            scenario.task(order, () -> told.add(stock.reserve(order, Sale.SKU)));
        }
        scenario.run();

        assertThat(told).containsExactlyInAnyOrder(RESERVED, RESERVED, RESERVED, SOLD_OUT, SOLD_OUT);
        assertThat(sale.left()).as("copies left").isZero();
    }
}
