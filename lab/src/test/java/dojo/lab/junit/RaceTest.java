package dojo.lab.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
class RaceTest {
    private static final Map<String, AttributeValue> KEY =
            Map.of("PK", AttributeValue.fromS("SESSION#s-64"), "SK", AttributeValue.fromS("META"));

    private final Race race;
    private final LabTable table;

    RaceTest(DynamoDbClient ddb, LabTable table) {
        this.race = Race.on(ddb);
        this.table = table;
    }

    @RepeatedTest(20)
    void whoever_looks_first_and_writes_later_always_loses() throws Exception {
        assertThat(race.run(this::lookThenWrite, this::lookThenWrite)).containsExactly("wrote", "wrote");
    }

    @Test
    void a_rival_that_never_writes_holds_nobody_up() throws Exception {
        assertThat(race.run(this::lookThenWrite, () -> "read only")).containsExactly("wrote", "read only");
    }

    @Test
    void a_second_write_of_a_rival_does_not_wait_again() throws Exception {
        Callable<String> twice = () -> lookThenWrite() + lookThenWrite();

        assertThat(race.run(twice, twice)).allMatch(outcome -> outcome.startsWith("wrote"));
    }

    @Test
    void what_a_rival_throws_is_thrown() {
        assertThatThrownBy(() -> race.run(this::lookThenWrite, () -> {
                    throw new IllegalStateException("stumbled");
                }))
                .hasMessage("stumbled");
    }

    @Test
    void a_rival_that_waits_for_a_lock_of_the_other_is_told_so() {
        Object lock = new Object();
        Callable<String> locked = () -> {
            synchronized (lock) {
                return lookThenWrite();
            }
        };

        assertThatThrownBy(() -> race.run(locked, locked))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("waits for a lock");
    }

    @Test
    void outside_of_a_race_the_client_holds_nothing_up() {
        assertThat(List.of(lookThenWrite(), lookThenWrite())).containsExactly("wrote", "was there");
    }

    private String lookThenWrite() {
        if (race.client().getItem(get -> get.tableName(table.name()).key(KEY)).hasItem()) {
            return "was there";
        }
        race.client().putItem(put -> put.tableName(table.name()).item(KEY));
        return "wrote";
    }
}
