package dojo.exhibits.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;

/** All limits a hundredth of the service's: a partition takes 10 write units a second. */
@WithLab(laws = """
        [capacity]
        scale = 0.01
        burst = "2 s"
        """)
@WithTable(
        sortKey = "",
        globalIndexes =
                @GlobalIndex(
                        name = "standings",
                        partitionKey = "board",
                        sortKey = "standing",
                        projection = ProjectionType.KEYS_ONLY))
class Ranking_01_OneBoardIsOnePartition {

    private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
    private static final int PLAYERS = 40;
    private static final int SCORES_A_SECOND = 10;
    private static final int SCORES = 30 * SCORES_A_SECOND;
    private static final Duration TIME = Duration.ofSeconds(30);

    private final Set<String> reasons = new HashSet<>();

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A score that changes is two writes in the index, and under one key"
            + " they meet in one partition: the players' own writes are refused; over ten keys they pass.");

    @Test
    void one_key_of_the_index_refuses_scores_and_ten_take_them(Lab lab, LabTable table) {
        var traffic = Traffic.on(lab);
        int one = play(traffic, new Board(traffic.client(), table.name(), 1), "a-");
        lab.clock().advance(Duration.ofMinutes(1));
        int ten = play(traffic, new Board(traffic.client(), table.name(), 10), "b-");

        assertThat(one).isBetween(SCORES / 4, SCORES * 2 / 3);
        assertThat(ten).isZero();
        assertThat(reasons).containsExactly("IndexWriteKeyRangeThroughputExceeded");
        EXHIBIT.modelled("scores-a-second", SCORES_A_SECOND);
        EXHIBIT.modelled("limit-of-the-partition", 10);
        int share = 100 * one / SCORES;
        EXHIBIT.modelled("share-refused-percent", share);
        EXHIBIT.modelled("refused-with-ten-keys", ten);
        EXHIBIT.modelled("reason", reasons.iterator().next());
    }

    private int play(Traffic traffic, Board board, String game) {
        return traffic.throttled(SCORES, TIME, i -> {
            try {
                board.score(game + i % PLAYERS, i, START.plusSeconds(i));
            } catch (ThrottlingException refused) {
                refused.throttlingReasons().forEach(reason -> reasons.add(reason.reason()));
                throw refused;
            }
        });
    }
}
