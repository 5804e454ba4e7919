package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.check.MutantFate;
import dojo.workbench.check.MutantFate.Ending;
import dojo.workbench.mutant.Mutant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MutantReportTest {

    @Test
    void a_row_for_each_exercise_and_a_line_for_each_survivor() {
        Survivors reasons = new Survivors(
                Map.of("Log.page Query: limit one more", new Survivors.Reason(true, "the page is cut at home anyway.")),
                List.of());
        List<MutantFate> fates = List.of(
                new MutantFate(mutant("a", "limit one more"), Ending.SURVIVED, "", true),
                new MutantFate(mutant("a", "in the other order"), Ending.REJECTED, "the_newest_first", false),
                new MutantFate(mutant("b", "in the other order"), Ending.SURVIVED, "", false),
                new MutantFate(mutant("b", "without PK = :pk"), Ending.INVALID, "", false));
        Mutated log = new Mutated("pages", fates, reasons, Optional.empty(), 12);
        Mutated asked = new Mutated("guess", List.of(), new Survivors(Map.of(), List.of()), Optional.empty(), 0);

        assertThat(MutantReport.of(List.of(log, asked))).endsWith("""
                | Exercise >| Mutants >| Rejected >| Accepted >| Equivalent
                | pages >| 2 >| 1 >| 1 >| 1
                | guess 4+| no requests of its own

                | all >| 2 >| 1 >| 1 >| 1
                |===

                == pages

                * `+Log.page Query: limit one more+` +
                equivalent: the page is cut at home anyway.
                * `+Log.page Query 2: in the other order+` +
                not justified
                """);
    }

    private static Mutant mutant(String shape, String change) {
        return new Mutant("Log.page", "Query", shape, change);
    }
}
