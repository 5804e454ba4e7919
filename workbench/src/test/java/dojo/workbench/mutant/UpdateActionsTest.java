package dojo.workbench.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpdateActionsTest {

    @Test
    void each_action_is_lost_once_and_an_empty_section_goes_with_its_last() {
        assertThat(UpdateActions.fewer("SET turns = if_not_exists(turns, :zero) + :one, seen = :now REMOVE draft"))
                .containsExactly(
                        new Change<>("SET turns = if_not_exists(turns, :zero) + :one", "SET seen = :now REMOVE draft"),
                        new Change<>("SET seen = :now", "SET turns = if_not_exists(turns, :zero) + :one REMOVE draft"),
                        new Change<>("REMOVE draft", "SET turns = if_not_exists(turns, :zero) + :one, seen = :now"));
    }

    @Test
    void the_only_action_leaves_nothing() {
        assertThat(UpdateActions.fewer("add turns :one")).containsExactly(new Change<>("ADD turns :one", ""));
    }

    @Test
    void no_expression_has_no_action() {
        assertThat(UpdateActions.fewer("")).isEmpty();
    }
}
