package dojo.workbench.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatViewTest {

    private static final String PARTITION_LIMITS = "'readLimit':3000,'writeLimit':1000,";

    @Test
    void a_partition_is_as_hot_as_the_busier_of_reads_and_writes() throws Exception {
        // 1,500 of 3,000 read units are 50 %, 900 of 1,000 write units are 90 %: 18 of 20 marks.
        List<Line> lines = view("{'table':'turns','partition':0,'readUnits':1500,'writeUnits':900," + PARTITION_LIMITS
                + "'throttles':0,'hottestKey':''}");

        assertThat(lines)
                .extracting(Line::text)
                .containsExactly("  turns 0                  ##################..  1500 RU/s   900 WU/s  90 %");
    }

    @Test
    void throttles_and_the_hottest_key_stand_beside_it() throws Exception {
        List<Line> lines = view("{'table':'turns','index':'by-customer','partition':3,'readUnits':0,'writeUnits':10,"
                + PARTITION_LIMITS
                + "'throttles':7,"
                + "'hottestKey':'SESSION#42'}");

        assertThat(lines.get(0).text()).contains("turns/by-customer 3", "1 %", "7 throttled", "SESSION#42");
    }

    @Test
    void quiet_partitions_are_counted() throws Exception {
        String quiet = "{'table':'turns','partition':0,'readUnits':0,'writeUnits':0," + PARTITION_LIMITS
                + "'throttles':0,'hottestKey':''}";

        assertThat(view(quiet + "," + quiet)).extracting(Line::text).containsExactly("  and 2 quiet partitions");
    }

    @Test
    void the_limit_is_what_the_lab_says_it_is() throws Exception {
        // A table with 5 write units a second that lives on its burst takes 10: twice its limit, and the bar is full.
        List<Line> lines = view("{'table':'turns','partition':0,'readUnits':0,'writeUnits':10,'readLimit':5,"
                + "'writeLimit':5,'throttles':0,'hottestKey':''}");

        assertThat(lines)
                .extracting(Line::text)
                .containsExactly("  turns 0                  ####################     0 RU/s    10 WU/s 200 %");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100})
    void nothing_is_wider_than_the_screen(int width) throws Exception {
        List<Line> lines = view(
                "{'table':'a-very-long-name-of-a-table-indeed','partition':12,'readUnits':3000,'writeUnits':1000,"
                        + PARTITION_LIMITS + "'throttles':2092,'hottestKey':'" + "K".repeat(300) + "'}",
                width);

        assertThat(lines).hasSize(1).allSatisfy(line -> {
            assertThat(line.columns()).isLessThanOrEqualTo(width);
            assertThat(line.text()).contains("~ 12 ", "100 %", "2092 throttled");
        });
    }

    @Test
    void lines_that_stay_are_about_partitions_that_refused_more_or_are_new() throws Exception {
        var out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        LiveView view = new LiveView(Screen.of(stream, stream), List.of(), false);

        view.show(report(cell("turns", 0, 3) + "," + cell("turns", 1, 0)));
        view.show(report(cell("turns", 0, 3) + "," + cell("turns", 1, 0)));
        view.show(report(cell("turns", 0, 3) + "," + cell("turns", 2, 0) + "," + cell("turns", 1, 1)));

        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(line -> line.substring(0, 9)))
                .containsExactly("  turns 0", "  turns 2", "  turns 1");
    }

    @Test
    void a_lab_without_the_law_has_no_map() throws Exception {
        assertThat(view("")).isEmpty();
    }

    private static String cell(String table, int partition, long throttles) {
        return "{'table':'" + table + "','partition':" + partition + ",'readUnits':0,'writeUnits':1," + PARTITION_LIMITS
                + "'throttles':" + throttles + ",'hottestKey':''}";
    }

    private static List<Line> view(String partitions) throws Exception {
        return view(partitions, 100);
    }

    private static List<Line> view(String partitions, int width) throws Exception {
        return HeatView.lines(report(partitions), width);
    }

    private static JsonNode report(String partitions) throws Exception {
        return new ObjectMapper().readTree(("{'partitions':[" + partitions + "]}").replace('\'', '"'));
    }
}
