package dojo.c03_prompt.e1_look_inside;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Answers;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@WithLab
@WithTable
class LookInsideTest {

    @Test
    @Order(1)
    void the_items_were_counted(Answers answers, LabTable table) {
        World.fill(table.backstage(), table.name());
        assertThat(answers.get("items")).hasValue(Integer.toString(table.items().size()));
    }
}
