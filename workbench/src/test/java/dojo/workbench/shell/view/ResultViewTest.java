package dojo.workbench.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.screen.Approved;
import dojo.workbench.screen.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultViewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (Exception e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static ObjectNode page(String caption, int count, JsonNode... items) {
        ObjectNode page = JSON.createObjectNode().put("caption", caption);
        ObjectNode group = page.putArray("groups").addObject().put("title", "").put("count", count);
        ArrayNode all = group.putArray("items");
        List.of(items).forEach(all::add);
        group.putArray("keys").add("PK").add("SK");
        return page;
    }

    private static JsonNode turn(int number, String role, String text) {
        return read(
                "{'PK':{'S':'SESSION#s-1'},'SK':{'S':'TURN#%06d'},'role':{'S':'%s'},'tokens':{'N':'%d'},'text':{'S':'%s'}}"
                        .formatted(number, role, number * 40, text));
    }

    private static JsonNode session() {
        JsonNode meta =
                read("{'PK':{'S':'SESSION#s-1'},'SK':{'S':'META'},'customer_id':{'S':'c-7'},'open':{'BOOL':true}}");
        JsonNode answer = turn(
                2,
                "assistant",
                "Try Barakamon: 18 volumes, an island, a calligrapher, and children who"
                        + " do not let him be. It is gentle, funny, and finished.");
        ObjectNode page = page("3 items, after 8 items were read", 3, meta, turn(1, "customer", "What next?"), answer);
        page.set("lastKey", read("{'PK':{'S':'SESSION#s-1'},'SK':{'S':'TURN#000002'}}"));
        return page;
    }

    private static JsonNode nested() {
        ObjectNode sheet = JSON.createObjectNode().put("caption", "item");
        sheet.set(
                "item",
                read("{'text':{'S':'" + "A long answer. ".repeat(40) + "'},'PK':{'S':'SESSION#s-1'},"
                        + "'SK':{'S':'META'},'turns':{'N':'12'},'digest':{'B':'Z3ppcHBlZA=='},'none':{'NULL':true},"
                        + "'tags':{'SS':['calm','funny']},'scores':{'NS':['1','2.5']},'empty':{'S':''},'open':{'BOOL':false},"
                        + "'profile':{'M':{'name':{'S':'Mina'},'age':{'N':'12'},'likes':{'L':[{'S':'Yotsuba'},{'M':{'id':{'N':'7'}}}]}}},"
                        + "'nothing':{'M':{}}}"));
        sheet.putArray("keys").add("PK").add("SK");
        return sheet;
    }

    private static JsonNode large() {
        ObjectNode page = page("500 items", 500);
        ArrayNode items = (ArrayNode) page.path("groups").get(0).path("items");
        for (int n = 1; n <= 100; n++) {
            items.add(turn(n, n % 2 == 1 ? "customer" : "assistant", "What about this series? ".repeat(9)));
        }
        return page;
    }

    private static List<String> text(JsonNode value, int width) {
        return ResultView.named("read", value, width).stream().map(Line::text).toList();
    }

    @Test
    void pages_are_tables_with_keys_first_and_what_may_follow() {
        Approved.captures("items-table", width -> ResultView.named("read", session(), width));
    }

    @Test
    void on_a_narrow_screen_each_attribute_has_a_line() {
        Approved.captures("items-narrow", width -> ResultView.named("read", session(), 44));
    }

    @Test
    void one_item_stands_upright_with_what_is_inside_it() {
        Approved.captures("items-nested", width -> ResultView.named("read", nested(), width));
    }

    @Test
    void nothing_found_is_one_line() {
        Approved.captures("items-empty", width -> ResultView.named("read", page("0 items", 0), width));
        assertThat(text(page("0 items", 0), 80)).containsExactly("read = 0 items");
    }

    @Test
    void five_hundred_items_are_shown_in_part_and_counted() {
        Approved.captures("items-500", width -> ResultView.named("read", large(), width));
        assertThat(text(large(), 80)).last().asString().isEqualTo("and 450 more items; /json shows all");
    }

    @Test
    void no_line_is_wider_than_the_screen() {
        for (JsonNode value : List.of(session(), nested(), large())) {
            for (int width : new int[] {40, 59, 60, 61, 79, 80, 120, 200}) {
                assertThat(ResultView.named("read", value, width))
                        .allSatisfy(line ->
                                assertThat(line.columns()).as(line.text()).isLessThanOrEqualTo(width));
            }
        }
    }

    @Test
    void a_column_of_several_types_says_the_type_of_each_value() {
        JsonNode number = read("{'PK':{'S':'a'},'SK':{'S':'b'},'v':{'N':'12'}}");
        JsonNode string = read("{'PK':{'S':'a'},'SK':{'S':'c'},'v':{'S':'12'}}");

        assertThat(text(page("2 items", 2, number, string), 80))
                .containsExactly(
                        "read = 2 items", "PK S  SK S  v", "────  ────  ────", "a     b     N 12", "a     c     S 12");
    }

    @Test
    void what_would_move_the_cursor_or_turn_the_writing_is_spelt_out() {
        JsonNode item =
                JSON.createObjectNode().set("PK", JSON.createObjectNode().put("S", "a\u001b[2Jb\nc\u202ed"));

        assertThat(text(page("1 item", 1, item), 80)).contains("  PK S a\\u001b[2Jb\\nc\\u202ed");
    }

    @Test
    void wide_letters_count_twice() {
        JsonNode one = read("{'PK':{'S':'よつばと'},'SK':{'S':'1'},'n':{'N':'1'}}");
        JsonNode two = read("{'PK':{'S':'ab'},'SK':{'S':'2'},'n':{'N':'2'}}");

        assertThat(text(page("2 items", 2, one, two), 80)).contains("よつばと  1       1", "ab        2       2");
    }

    @Test
    void items_whose_keys_are_not_known_are_a_table_all_the_same() {
        ObjectNode page = page("2 items", 2, read("{'a':{'N':'1'}}"), read("{'b':{'N':'2'}}"));
        ((ObjectNode) page.path("groups").get(0)).putArray("keys");

        assertThat(text(page, 80)).containsExactly("read = 2 items", "a N  b N", "───  ───", "  1", "       2");
    }
}
