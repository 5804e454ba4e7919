package dojo.exhibits.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

@WithLab
@WithTable(
        sortKey = "",
        globalIndexes =
                @GlobalIndex(
                        name = "standings",
                        partitionKey = "board",
                        sortKey = "standing",
                        projection = ProjectionType.KEYS_ONLY))
class Ranking_02_RankReadsEverybodyAhead {

    private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
    private static final int PLAYERS = 2_000;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("The top ten are read from the end of each key and cost the same for"
                    + " any number of players; a rank is a count, and a count reads everybody who is ahead.");

    @Test
    void the_top_is_cheap_and_the_rank_grows_with_the_rank(Lab lab, LabTable table) {
        var board = new Board(lab.client(), table.name(), 4);
        table.putAll(IntStream.range(0, PLAYERS)
                .mapToObj(i -> board.entry("PLAYER#" + i, i - i % 2, START.plusSeconds(i)))
                .toList());
        int mark = lab.meter().mark();
        board.score("PLAYER#1998", 5_000, START);
        Bill change = lab.meter().billSince(mark);
        mark = lab.meter().mark();
        var top = board.top(3);
        Bill ten = lab.meter().billSince(mark);
        mark = lab.meter().mark();
        int first = board.rank(Board.standing(1_994, START.plusSeconds(1_994)));
        Bill near = lab.meter().billSince(mark);
        mark = lab.meter().mark();
        int last = board.rank(Board.standing(0, START.plusSeconds(1)));
        Bill far = lab.meter().billSince(mark);

        // Of 1996 and 1997, who have the same score, the one who was there first.
        assertThat(top).containsExactly("PLAYER#1998", "PLAYER#1999", "PLAYER#1996");
        assertThat(first).isEqualTo(5);
        assertThat(last).isEqualTo(PLAYERS);
        assertThat(far.readUnits()).isGreaterThan(near.readUnits());
        EXHIBIT.measured("players", PLAYERS);
        EXHIBIT.byRule("write-units-of-a-new-score", change.writeUnits());
        EXHIBIT.measured("queries-for-the-top", ten.requests());
        EXHIBIT.byRule("read-units-of-the-top", ten.readUnits());
        EXHIBIT.byRule("read-units-of-a-rank-near-the-top", near.readUnits());
        EXHIBIT.byRule("read-units-of-the-last-rank", far.readUnits());
    }
}
