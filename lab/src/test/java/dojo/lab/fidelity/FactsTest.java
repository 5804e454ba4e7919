package dojo.lab.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Fidelities;
import dojo.lab.law.Fidelity.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {

    private final List<Fact> facts = Fidelities.facts();

    @Test
    void a_named_number_has_the_value_the_laws_use() {
        assertThat(fact("partition.write-units").number()).isEqualTo(1000);
        assertThat(fact("partition.size").number()).isEqualTo(10);
        assertThat(fact("capacity.burst").number()).isEqualTo(300);
        assertThat(fact("write-unit.size").number()).isEqualTo(1);
        assertThat(fact("stream.retention").number()).isEqualTo(24);
        assertThat(fact("partition.write-units").source()).contains("bp-partition-key-design");
    }

    @Test
    void names_and_units_are_well_formed_and_each_name_is_taken_once() {
        assertThat(facts).extracting(Fact::name).doesNotHaveDuplicates();
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.name()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
            assertThat(fact.unit()).as(fact.name()).isNotEmpty();
            assertThat(fact.number()).as(fact.name()).isPositive();
        });
    }

    @Test
    void what_is_our_model_says_so() {
        assertThat(fact("capacity.refill").level()).isEqualTo(Level.OUR_MODEL);
    }

    private Fact fact(String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
