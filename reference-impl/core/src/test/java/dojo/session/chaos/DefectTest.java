package dojo.session.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A memory that lacks one of its points is found out by the same storm, and by name. */
class DefectTest {
    private static final int EPISODES = 8;

    @ParameterizedTest
    @EnumSource(Defect.class)
    void a_memory_with_a_defect_is_found_out(Defect defect) {
        List<Violation> found = new ArrayList<>();
        int episodes = 0;
        while (found.isEmpty() && episodes < EPISODES) {
            Episode episode = Episode.run(100 + episodes++, 400, defect.law());
            episode.reports().forEach(report -> found.add(report.violation()));
        }

        assertThat(found).isNotEmpty();
        assertThat(found).extracting(Violation::kind).containsAnyElementsOf(defect.shownBy());
    }
}
