package dojo.c11_transactions.e2_token_window;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
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
class RedemptionsTest {
    private static final Outcome REDEEMED = new Outcome.Redeemed();
    private static final Redemption TEAPOT = new Redemption("q-17", "c-42", "teapot", 300);

    private final Lab lab;
    private final Redemptions redemptions;
    private final Books books;

    RedemptionsTest(Lab lab, DynamoDbClient ddb, LabTable table) {
        this.lab = lab;
        redemptions = new Redemptions(ddb, table.name());
        books = new Books(table);
    }

    @Test
    @Order(1)
    @Costs(requests = 1, readUnits = 0, writeUnits = 4)
    void a_gift_costs_its_points() {
        books.credit("c-42", 1_000);

        assertThat(redemptions.redeem(TEAPOT)).isEqualTo(REDEEMED);
        assertThat(books.points("c-42")).as("points left").isEqualTo(700);
        assertThat(books.noted("q-17")).containsExactly(TEAPOT);
    }

    @Test
    @Order(2)
    void too_few_points_buy_nothing() {
        books.credit("c-42", 299);

        assertThat(redemptions.redeem(TEAPOT)).isEqualTo(new Outcome.NotEnoughPoints());
        assertThat(books.points("c-42")).as("points left").isEqualTo(299);
        assertThat(books.noted("q-17")).isEmpty();
    }

    @Test
    @Order(3)
    void a_delivery_a_minute_later_changes_nothing() {
        deliveredAgainAfter(Duration.ofMinutes(1));
    }

    @Test
    @Order(4)
    void a_delivery_eleven_minutes_later_changes_nothing() {
        deliveredAgainAfter(Duration.ofMinutes(11));
    }

    private void deliveredAgainAfter(Duration pause) {
        books.credit("c-42", 1_000);
        redemptions.redeem(TEAPOT);
        lab.clock().advance(pause);

        assertThat(redemptions.redeem(TEAPOT))
                .as("what the second delivery was told")
                .isEqualTo(REDEEMED);
        assertThat(books.points("c-42")).as("points left of 1,000").isEqualTo(700);
    }
}
