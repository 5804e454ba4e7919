package dojo.workbench.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.workbench.screen.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatViewTest {

    @Test
    void a_partition_is_as_hot_as_the_busier_of_reads_and_writes() throws Exception {
        // 1,500 of 3,000 read units are 50 %, 900 of 1,000 write units are 90 %: 18 of 20 marks.
        List<Line> lines =
                view("{'table':'turns','partition':0,'readUnits':1500,'writeUnits':900,'throttles':0,'hottestKey':''}");

        assertThat(lines)
                .extracting(Line::text)
                .containsExactly("  turns 0                  ##################..  1500 RU/s   900 WU/s  90 %");
    }

    @Test
    void throttles_and_the_hottest_key_stand_beside_it() throws Exception {
        List<Line> lines =
                view("{'table':'turns','index':'by-customer','partition':3,'readUnits':0,'writeUnits':10,'throttles':7,"
                        + "'hottestKey':'SESSION#42'}");

        assertThat(lines.get(0).text()).contains("turns/by-customer 3", "1 %", "7 throttled", "SESSION#42");
    }

    @Test
    void quiet_partitions_are_counted() throws Exception {
        String quiet = "{'table':'turns','partition':0,'readUnits':0,'writeUnits':0,'throttles':0,'hottestKey':''}";

        assertThat(view(quiet + "," + quiet)).extracting(Line::text).containsExactly("  and 2 quiet partitions");
    }

    @Test
    void nothing_is_wider_than_the_screen() throws Exception {
        List<Line> lines = view("{'table':'a-very-long-name-of-a-table-indeed','partition':12,'readUnits':3000,"
                + "'writeUnits':1000,'throttles':0,'hottestKey':'" + "K".repeat(300) + "'}");

        assertThat(lines).allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(100));
    }

    @Test
    void a_lab_without_the_law_has_no_map() throws Exception {
        assertThat(view("")).isEmpty();
    }

    private static List<Line> view(String partitions) throws Exception {
        String json = "{'partitions':[" + partitions + "]}";
        return HeatView.lines(new ObjectMapper().readTree(json.replace('\'', '"')), 100);
    }
}
