package dojo.lab.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dojo.lab.Lab;
import dojo.lab.region.RegionSettings.Member;
import dojo.lab.region.RegionSettings.Mode;
import dojo.lab.region.RegionSettings.Role;
import dojo.lab.region.RegionSettings.Tables;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void ninety_five_of_a_hundred_changes_take_the_usual_lag_at_most() {
        RegionSettings settings = RegionSettings.of("us-east-1", "eu-west-1").lag(Duration.ofMillis(100), SECOND);

        assertThat(settings.lag(0)).isEqualTo(Duration.ofMillis(100));
        // Half of them: 100 ms + 900 ms x ln 2 / ln 20 = 100 + 900 x 0.693147 / 2.995732 = 308.2 ms.
        assertThat(settings.lag(0.5).toNanos() / 1e6).isCloseTo(308.2, within(0.1));
        assertThat(settings.lag(0.95).toNanos() / 1e6).isCloseTo(1000, within(0.1));
        // One in a hundred takes longer than 100 + 900 x ln 100 / ln 20 = 1483.5 ms.
        assertThat(settings.lag(0.99).toNanos() / 1e6).isCloseTo(1483.5, within(0.1));
    }

    @Test
    void equal_lags_leave_nothing_to_chance() {
        RegionSettings settings = RegionSettings.of("us-east-1", "eu-west-1").lag(SECOND, SECOND);

        assertThat(settings.lag(0)).isEqualTo(SECOND);
        assertThat(settings.lag(0.999999)).isEqualTo(SECOND);
    }

    @Test
    void regions_that_cannot_be_are_refused_with_a_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegionSettings.of("us-east-1"))
                .withMessage("The Regions are [us-east-1]. Name two or more different ones, or leave the settings out"
                        + " for a lab with one Region.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegionSettings.of("us-east-1", "us-east-1"))
                .withMessageStartingWith("The Regions are [us-east-1, us-east-1].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegionSettings.of("us-east-1", "Europe"))
                .withMessage("'Europe' is no name of a Region. Write it like us-east-1 or eu-west-1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegionSettings.real().lag(SECOND, Duration.ZERO))
                .withMessageStartingWith("The usual lag is PT0S, and the shortest lag PT1S, which is longer.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegionSettings.real().lag(Duration.ofSeconds(-1), SECOND))
                .withMessage("The shortest lag is PT-1S. Give a duration of zero or more.");
    }

    @Test
    void strong_consistency_needs_exactly_three_regions() {
        assertThat(RegionSettings.real().allTables(Mode.STRONG).replicas()).hasSize(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegionSettings.of("us-east-1", "eu-west-1").allTables(Mode.STRONG))
                .withMessage("Strongly consistent tables need exactly three Regions, three replicas or two and a"
                        + " witness; there are 2 Regions, 0 of them witnesses.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> members(Role.REPLICA, Role.WITNESS, Role.WITNESS))
                .withMessageEndingWith("there are 3 Regions, 2 of them witnesses.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> members(Role.WITNESS, Role.REPLICA, Role.REPLICA))
                .withMessageStartingWith("The home Region us-east-1 is a witness, which serves nothing.");
        assertThat(members(Role.REPLICA, Role.REPLICA, Role.WITNESS).replicas())
                .containsExactly("us-east-1", "us-east-2");
    }

    @Test
    void a_witness_is_for_strong_consistency() {
        RegionSettings strong = members(Role.REPLICA, Role.REPLICA, Role.WITNESS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> strong.allTables(Mode.EVENTUAL))
                .withMessageStartingWith("A witness is for strongly consistent tables, and not all tables are.");
    }

    @Test
    void a_lab_says_which_regions_it_has() {
        try (Lab lab = Lab.open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> lab.in("eu-west-1"))
                    .withMessageStartingWith("There is no Region 'eu-west-1' in this lab, but us-east-1.");
            assertThatIllegalStateException()
                    .isThrownBy(lab::regions)
                    .withMessageStartingWith("This lab has one Region, us-east-1.");
            assertThat(lab.in("us-east-1").client()).isSameAs(lab.client());
        }
    }

    @Test
    void a_direction_that_does_not_exist_is_refused_with_a_sentence() {
        try (Globe globe = Globe.ofTwo()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> globe.regions.pause("us-east-1", "us-east-1"))
                    .withMessage("There is no replication from 'us-east-1' to 'us-east-1'; the Regions of this lab are"
                            + " us-east-1, eu-west-1. Name two different ones.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> globe.regions.isolate("mars-1"))
                    .withMessageStartingWith("There is no Region 'mars-1' in this lab");
        }
    }

    private static RegionSettings members(Role first, Role second, Role third) {
        RegionSettings usual = RegionSettings.real();
        return new RegionSettings(
                List.of(
                        new Member("us-east-1", first),
                        new Member("us-east-2", second),
                        new Member("us-west-2", third)),
                Tables.ALL,
                Mode.STRONG,
                usual.shortestLag(),
                usual.usualLag(),
                usual.strongWriteLatency(),
                usual.strongReadLatency());
    }
}
