package dojo.c11_transactions.e2_token_window;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.StoppedProcess;
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
class RedemptionsHiddenTest {
    private static final Outcome REDEEMED = new Outcome.Redeemed();
    private static final Redemption TEAPOT = new Redemption("q-17", "c-42", "teapot", 300);
    private static final Redemption KETTLE = new Redemption("q-17", "c-42", "kettle", 200);

    private final Lab lab;
    private final DynamoDbClient ddb;
    private final LabTable table;
    private final Redemptions redemptions;
    private final Books books;

    RedemptionsHiddenTest(Lab lab, DynamoDbClient ddb, LabTable table) {
        this.lab = lab;
        this.ddb = ddb;
        this.table = table;
        redemptions = new Redemptions(ddb, table.name());
        books = new Books(table);
    }

    @Test
    @Order(1)
    void a_delivery_long_after_the_points_were_spent_is_redeemed(Seed seed, Inputs inputs) {
        int hours = inputs.given("hours later", seed.random().nextInt(1, 80));
        books.credit("c-42", 300);
        redemptions.redeem(TEAPOT);
        lab.clock().advance(Duration.ofHours(hours));

        assertThat(redemptions.redeem(TEAPOT)).as("told to the second delivery").isEqualTo(REDEEMED);
        assertThat(books.points("c-42")).as("points left of 300").isZero();
    }

    @Test
    @Order(2)
    void another_gift_under_the_same_id_is_refused_at_once() {
        anotherGiftAfter(Duration.ofSeconds(20));
    }

    @Test
    @Order(3)
    void another_gift_under_the_same_id_is_refused_a_day_later() {
        anotherGiftAfter(Duration.ofDays(1));
    }

    @Test
    @Order(4)
    void a_worker_that_stood_still_for_an_hour_pays_nothing_twice() {
        books.credit("c-42", 1_000);
        DynamoDbClient slow = BeforeWriting.happens(
                () -> {
                    redemptions.redeem(TEAPOT);
                    lab.clock().advance(Duration.ofHours(1));
                },
                ddb);

        assertThat(new Redemptions(slow, table.name()).redeem(TEAPOT))
                .as("told to a worker that was overtaken before it wrote")
                .isEqualTo(REDEEMED);
        assertThat(books.points("c-42")).as("points left of 1,000").isEqualTo(700);
    }

    @Test
    @Order(5)
    void a_worker_that_stops_leaves_all_or_nothing() {
        for (int requests = 0; requests <= 3; requests++) {
            Redemption gift = new Redemption("q-" + requests, "c-" + requests, "teapot", 300);
            books.credit(gift.customerId(), 1_000);
            Redemptions stopping = new Redemptions(StoppedProcess.after(requests, ddb), table.name());
            StoppedProcess.resultOf(() -> stopping.redeem(gift));
            lab.clock().advance(Duration.ofHours(1));

            assertThat(redemptions.redeem(gift))
                    .as("told to a delivery after a worker stopped at request %s", requests + 1)
                    .isEqualTo(REDEEMED);
            assertThat(books.points(gift.customerId()))
                    .as("points left of 1,000")
                    .isEqualTo(700);
            assertThat(books.noted(gift.id())).as("gifts noted").containsExactly(gift);
        }
    }

    private void anotherGiftAfter(Duration pause) {
        books.credit("c-42", 1_000);
        redemptions.redeem(TEAPOT);
        lab.clock().advance(pause);

        assertThat(redemptions.redeem(KETTLE)).as("told about the kettle").isEqualTo(new Outcome.IdTaken());
        assertThat(books.points("c-42")).as("points left of 1,000").isEqualTo(700);
        assertThat(books.noted("q-17")).containsExactly(TEAPOT);
    }
}
