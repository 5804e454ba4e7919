package dojo.workbench.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.bill.Bill;
import dojo.workbench.screen.Approved;
import dojo.workbench.screen.Line;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class LabViewsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOT =
            "throttled: write key range of partition 2 of sessions, 1 000 WU/s, key HOT took 93 %";
    private static final Map<String, String> SAYS =
            Map.of("capacity", "Tables and partitions have limits, and throttle what goes beyond.");

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (Exception e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static void partition(ArrayNode all, int number, double reads, double writes, int throttles, String key) {
        all.addObject()
                .put("table", "sessions")
                .put("partition", number)
                .put("readUnits", reads)
                .put("writeUnits", writes)
                .put("readLimit", 3_000)
                .put("writeLimit", 1_000)
                .put("throttles", throttles)
                .put("hottestKey", key);
    }

    private static JsonNode heat() {
        ObjectNode heat = JSON.createObjectNode();
        ArrayNode all = heat.putArray("partitions");
        partition(all, 0, 12, 40, 0, "SESSION#s-7");
        partition(all, 1, 1_300.5, 610, 0, "SESSION#s-1");
        partition(all, 2, 0, 969, 1_193, "HOT");
        partition(all, 3, 0, 0, 0, "");
        ArrayNode keys = heat.putArray("keys");
        keys.addObject()
                .put("table", "sessions")
                .put("index", "")
                .put("key", "HOT")
                .put("units", 342_900);
        keys.addObject()
                .put("table", "sessions")
                .put("index", "GSI1-customer-sessions")
                .put("key", "CUSTOMER#c-7")
                .put("units", 12);
        return heat;
    }

    private static void call(ArrayNode calls, int number, int attempt, String refusal, String words) {
        ObjectNode call = calls.addObject()
                .put("number", number)
                .put("operation", "PutItem")
                .put("table", "sessions")
                .put("micros", 4_012)
                .put("refusal", refusal)
                .put(
                        "message",
                        refusal.isEmpty() ? "" : "Throughput exceeds the current capacity of your table or index.")
                .put("attempt", attempt);
        ArrayNode lines = call.putArray("lines");
        if (!words.isEmpty()) {
            lines.addObject().put("law", "capacity").put("words", words);
        }
    }

    private static JsonNode trace(int requests) {
        ObjectNode trace = JSON.createObjectNode().put("laws", "real");
        ArrayNode calls = trace.putArray("calls");
        for (int n = 1; n <= requests; n++) {
            boolean refused = n % 3 == 0;
            call(calls, n, n % 3 == 1 && n > 1 ? 2 : 1, refused ? "ThrottlingException" : "", refused ? HOT : "");
        }
        ArrayNode alone = trace.putArray("alone");
        alone.addObject().put("law", "expiry").put("words", "sessions GUEST#1 META is deleted, 5 s after it expired");
        alone.addObject().put("law", "expiry").put("words", "sessions GUEST#2 META is deleted, 9 s after it expired");
        return trace;
    }

    private static JsonNode laws(String extra) {
        return read("{'name':'mixed','seed':1,'laws':[{'name':'pace','holds':true,'says':'Each request takes a few"
                + " milliseconds of the clock of the lab.'},{'name':'replication','holds':false,'says':'Eventually consistent"
                + " reads and indexes lag behind writes.'}]" + extra + "}");
    }

    private static JsonNode clock() {
        return read("{'before':'2026-11-22T19:00:00Z','now':'2026-11-24T22:00:00.5Z','events':3,'happened':["
                + "{'law':'expiry','words':'sessions GUEST#1 META is deleted, 9120 s after it expired at 2026-11-22T20:00:00Z'},"
                + "{'law':'expiry','words':'sessions GUEST#2 META is deleted, 120 s after it expired at 2026-11-22T20:00:00Z'},"
                + "{'law':'streams','words':'the shards of sessions are closed, each has a child'}],"
                + "'refilled':['write units of partition 2 of sessions'],'arrived':['follower 1 of sessions (12 ms behind)'],"
                + "'behind':[],'spent':[]}");
    }

    private static JsonNode table(int items) {
        ObjectNode answer =
                (ObjectNode) read("{'ours':true,'table':{'name':'sessions','status':'ACTIVE','throughput':'on demand',"
                        + "'keys':[{'name':'PK','type':'S','role':'partition'},{'name':'SK','type':'S','role':'sort'}],"
                        + "'indexes':[{'name':'GSI1-customer-sessions','kind':'global','projection':'all attributes','status':'CREATING',"
                        + "'items':1,'keys':[{'name':'GSI1PK','type':'S','role':'partition'}]}],'timeToLive':'ttl (ENABLED)',"
                        + "'stream':'NEW_AND_OLD_IMAGES'},'value':{'caption':'','groups':[{'title':'','count':1,'keys':['PK','SK'],"
                        + "'items':[{'PK':{'S':'SESSION#s-1'},'SK':{'S':'META'}}]}]}}");
        ((ObjectNode) answer.get("table")).put("items", items).put("bytes", 23_456L * items);
        return answer;
    }

    private static JsonNode bills() {
        return read("{'since':{'requests':3,'readUnits':0.5,'writeUnits':1},'lines':["
                + "{'text':'GetItem sessions: PK = \\'s\\' -> found, 0.5 RU','readUnits':0.5,'writeUnits':0},"
                        .replace("\\'", "")
                + "{'text':'PutItem sessions -> stored, 1 WU','readUnits':0,'writeUnits':1},"
                + "{'text':'PutItem sessions -> ConnectionLost, no units','readUnits':0,'writeUnits':0}]}");
    }

    @Test
    void heat_shows_shares_limits_and_throttles() {
        Approved.captures("heat", width -> HeatPanel.lines(heat(), width));
        Approved.captures("heat-narrow", width -> HeatPanel.lines(heat(), 40));
        assertThat(text(HeatPanel.lines(read("{'partitions':[],'keys':[]}"), 80))
                        .get(0))
                .startsWith("No table was used yet");
    }

    @Test
    void a_trace_lists_requests_and_groups_them_when_there_are_many() {
        Approved.captures("trace", width -> TraceView.lines(trace(4), width));
        Approved.captures("trace-many", width -> TraceView.lines(trace(600), width));
        assertThat(text(TraceView.lines(read("{'calls':[]}"), 80)).get(0)).startsWith("There is nothing to trace");
    }

    @Test
    void why_explains_the_latest_request_that_a_law_met() {
        Approved.captures(
                "trace-why", width -> TraceView.why(trace(4), SAYS, width).orElseThrow());
        assertThat(TraceView.why(trace(2), SAYS, 80)).isEmpty();
    }

    @Test
    void laws_say_what_they_do_and_what_switching_did_to_the_tables() {
        Approved.captures("laws", width -> LawsView.lines(laws(""), width));
        Approved.captures(
                "laws-switched", width -> LawsView.switched(laws(",'changed':true,'tables':1,'items':2048"), width));
        assertThat(text(LawsView.switched(laws(",'changed':false"), 80)).get(0)).startsWith("Nothing changed");
    }

    @Test
    void moving_the_clock_says_what_it_set_off() {
        Approved.captures("clock", width -> ClockView.lines(clock(), width));
        assertThat(ClockView.words(Duration.ofMinutes(1_573))).isEqualTo("1 d 2 h");
        assertThat(ClockView.words(Duration.ZERO)).isEqualTo("0 ms");
    }

    @Test
    void a_scan_says_its_price_before_it_runs() {
        JsonNode scan = read("{'table':'sessions','items':120000,'bytes':98765432,'pages':95,'readUnits':12056.5}");

        Approved.captures("scan-warning", width -> ScanView.warning(scan, width));
    }

    @Test
    void a_table_shows_its_structure_and_says_when_it_is_empty() {
        Approved.captures("table", width -> TableView.lines(table(1), width));
        assertThat(text(TableView.lines(table(0), 80))).anyMatch(line -> line.startsWith("It is empty."));
    }

    @Test
    void the_bill_has_money_for_each_request() {
        Approved.captures("bill-requests", width -> RequestsView.lines(bills(), new Bill(7, 2, 1), width));
        assertThat(text(RequestsView.lines(read("{'since':{}}"), Bill.ZERO, 80)))
                .contains("Nothing was asked yet.");
    }

    @Test
    void json_is_broken_where_it_does_not_fit() {
        String json = "{\"Items\":[{\"PK\":{\"S\":\"SESSION#s-1\"},\"text\":{\"S\":\"a\u202eb\"}}],\"Count\":1}";

        assertThat(text(JsonView.lines("r", json, 200)))
                .containsExactly(
                        "r = {\"Items\": [{\"PK\": {\"S\": \"SESSION#s-1\"}, \"text\": {\"S\": \"a\\u202eb\"}}], \"Count\": 1}");
        assertThat(text(JsonView.lines("", json, 40)))
                .containsExactly(
                        "{",
                        "  \"Items\": [",
                        "    {",
                        "      \"PK\": {\"S\": \"SESSION#s-1\"},",
                        "      \"text\": {\"S\": \"a\\u202eb\"}",
                        "    }",
                        "  ],",
                        "  \"Count\": 1",
                        "}");
        assertThat(JsonView.lines("r", "", 80)).isEmpty();
    }

    @Test
    void no_view_is_wider_than_its_screen() {
        List<IntFunction<List<Line>>> views = List.of(
                width -> HeatPanel.lines(heat(), width),
                width -> TraceView.lines(trace(60), width),
                width -> TraceView.why(trace(4), SAYS, width).orElseThrow(),
                width -> LawsView.switched(laws(",'changed':true,'tables':1,'items':2"), width),
                width -> ClockView.lines(clock(), width),
                width -> TableView.lines(table(1), width));
        for (int width : new int[] {40, 71, 72, 80, 109, 110, 200}) {
            views.forEach(view -> assertThat(view.apply(width))
                    .allSatisfy(
                            line -> assertThat(line.columns()).as(line.text()).isLessThanOrEqualTo(width)));
        }
    }

    private static List<String> text(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }
}
