package dojo.c11_transactions.e4_uniqueness_item;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.Seed;
import dojo.lab.junit.StoppedProcess;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandlesHiddenTest {
    private static final Reply DONE = new Reply.Done();
    private static final Reply TAKEN = new Reply.HandleTaken();
    private static final Reply MISMATCH = new Reply.Mismatch();
    private static final Handle MINA = new Handle("Mina");
    private static final Handle JOSE = new Handle("José");
    private static final Handle WILLA = new Handle("Willa");
    private static final Handle HELMA = new Handle("Helma");
    /** Spellings of one handle. */
    private static final List<List<String>> ALIKE = List.of(
            List.of("Mina", "mina", "MINA", " Mina", "\uff2dina"),
            List.of("José", "JOSÉ", "Jose\u0301"),
            List.of("Sofia", "sofia", "So\ufb01a"));

    private final DynamoDbClient ddb;
    private final LabTable table;
    private final Race race;
    private final Handles handles;
    private final Shop shop;

    HandlesHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
        race = Race.on(ddb);
        handles = new Handles(race.client(), table.name());
        shop = new Shop(table);
    }

    @Test
    @Order(1)
    void handles_that_look_alike_are_one(Seed seed, Inputs inputs) {
        List<String> spellings =
                inputs.given("spellings", ALIKE.get(seed.random().nextInt(ALIKE.size())));
        shop.has("c-17", new Handle(spellings.get(0)));
        for (String alike : spellings) {
            Reply told = handles.register("c-42", new Handle(alike));
            assertThat(told).as("'%s', one of %s", alike, spellings).isEqualTo(TAKEN);
        }
    }

    @Test
    @Order(2)
    void a_customer_can_change_the_case_of_a_handle() {
        shop.has("c-17", new Handle("mina"));
        assertThat(handles.rename("c-17", new Handle("mina"), MINA)).isEqualTo(DONE);
        assertThat(shop.shows("c-17")).isEqualTo("Mina");
        assertThat(shop.gives("c-42", MINA)).as("Mina, for another customer").isEqualTo(TAKEN);
    }

    @Test
    @Order(3)
    void a_refused_move_moves_nothing() {
        shop.has("c-17", MINA);
        shop.has("c-42", JOSE);
        assertThat(handles.rename("c-42", JOSE, MINA)).isEqualTo(TAKEN);
        assertThat(List.of(shop.shows("c-17"), shop.shows("c-42"))).containsExactly("Mina", "José");
        assertThat(shop.gives("c-99", JOSE)).as("José, for a third customer").isEqualTo(TAKEN);
    }

    @Test
    @Order(4)
    void a_profile_in_the_way_is_not_a_taken_handle() {
        shop.has("c-17", MINA);
        assertThat(handles.register("c-17", WILLA)).as("again").isEqualTo(MISMATCH);
        assertThat(handles.rename("c-17", HELMA, WILLA)).as("no Helma").isEqualTo(MISMATCH);
        assertThat(shop.shows("c-17")).isEqualTo("Mina");
        assertThat(shop.gives("c-42", WILLA)).as("Willa, free").isEqualTo(DONE);
    }

    @Test
    @Order(5)
    void the_same_call_again_is_done() {
        handles.register("c-17", MINA);
        assertThat(handles.register("c-17", MINA)).as("register, again").isEqualTo(DONE);
        handles.rename("c-17", MINA, WILLA);
        shop.has("c-42", MINA);
        assertThat(handles.rename("c-17", MINA, WILLA)).as("rename, again").isEqualTo(DONE);
        assertThat(shop.shows("c-17")).isEqualTo("Willa");
        assertThat(shop.gives("c-99", MINA)).as("Mina, which c-42 has by now").isEqualTo(TAKEN);
        assertThat(handles.rename("c-17", WILLA, HELMA)).isEqualTo(DONE);
    }

    @Test
    @Order(6)
    void of_two_moves_at_once_one_leaves_its_handle_free() throws Exception {
        shop.has("c-17", MINA);
        List<Reply> told =
                race.run(() -> handles.rename("c-17", MINA, WILLA), () -> handles.rename("c-17", MINA, HELMA));
        assertThat(told).containsExactlyInAnyOrder(DONE, MISMATCH);
        assertThat(shop.shows("c-17")).isEqualTo(told.get(0).equals(DONE) ? "Willa" : "Helma");
        assertThat(List.of(shop.gives("c-42", WILLA), shop.gives("c-99", HELMA)))
                .as("Willa and Helma, for others")
                .containsExactlyInAnyOrder(DONE, TAKEN);
    }

    @Test
    @Order(7)
    void a_process_that_stops_moves_all_or_nothing() {
        for (int requests = 0; requests <= 3; requests++) {
            String customer = "c-" + requests;
            Handle old = new Handle("Old" + requests);
            Handle next = new Handle("Next" + requests);
            shop.has(customer, old);
            Handles stopping = new Handles(StoppedProcess.after(requests, ddb), table.name());
            Optional<Reply> told = StoppedProcess.resultOf(() -> stopping.rename(customer, old, next));
            boolean moved = shop.shows(customer).equals(next.shown());
            List<Reply> others = List.of(shop.gives("x-" + requests, old), shop.gives("y-" + requests, next));
            assertThat(others)
                    .as("after %s requests it was told %s; %s and %s, for others", requests, told, old, next)
                    .isEqualTo(moved ? List.of(DONE, TAKEN) : List.of(TAKEN, DONE));
        }
    }

    @Test
    @Order(8)
    void only_its_customer_gives_a_handle_back() {
        shop.has("c-17", MINA);
        shop.has("c-42", JOSE);

        assertThat(handles.leave("c-42", MINA)).as("c-42 leaves as Mina").isEqualTo(MISMATCH);
        assertThat(handles.leave("c-42", JOSE)).as("c-42 leaves as José").isEqualTo(DONE);
        assertThat(shop.gives("c-99", JOSE)).as("José, for the next").isEqualTo(DONE);
        assertThat(shop.gives("c-42", MINA)).as("Mina, still of c-17").isEqualTo(TAKEN);
    }
}
