package dojo.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.shell.Journal.Entry;
import dojo.workbench.shell.Journal.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private final Journal journal = new Journal();

    private void add(Kind kind, String name, String source) {
        journal.addAll(List.of(new Entry(kind, name, source)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int six = 6",
                "int n;",
                "String call = \"f(x) = ++y\"",
                "var key = Map.of(\"PK\", AttributeValue.fromS(\"SESSION#s-1\"), \"n\", AttributeValue.fromN(\"1\"));",
                "Map<String, List<Integer>> lists = Map.of(\"a\", List.of(1, 2))",
                "int[] some = {1, 2}",
                "boolean same = six == 6 && six >= 5",
                "Duration hour = Duration.ofHours(1)"
            })
    void declarations_that_only_name_values_are_harmless(String declaration) {
        assertThat(Journal.isPlain(declaration)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var read = ddb.query(q -> q.tableName(table))",
                "var now = Instant.now()",
                "int id = next()",
                "var list = new ArrayList<String>()",
                "int copy = other = 3",
                "int after = count++",
                "var key = Map.of(\"PK\", AttributeValue.fromS(id()))",
                "var m = mine.List.of(System.exit(0))"
            })
    void declarations_that_ask_or_change_something_are_not(String declaration) {
        assertThat(Journal.isPlain(declaration)).isFalse();
    }

    @Test
    void a_script_has_what_succeeded_in_order_and_names_the_values_that_are_used_later() {
        add(Kind.COMMAND, "", "/use first_query");
        add(Kind.DEED, "$1", "40 + 2");
        add(Kind.DEED, "$2", "1 + 1");
        add(Kind.METHOD, "f", "int f() {\n    return $1;\n}");
        add(Kind.DEED, "", "f();");

        assertThat(journal.script())
                .containsExactly(
                        "/use first_query", "var $1 = 40 + 2", "1 + 1", "int f() {", "    return $1;", "}", "f();");
    }

    @Test
    void what_must_run_again_is_what_did_something_since_the_table_was_fresh() {
        add(Kind.DEED, "", "ddb.listTables();");
        add(Kind.COMMAND, "", "/use first_query");
        add(Kind.VARIABLE, "six", "int six = 6");
        add(Kind.VARIABLE, "read", "var read = ddb.query(q -> q)");
        add(Kind.DEED, "$3", "read.count()");

        assertThat(journal.deeds())
                .extracting(Entry::source)
                .containsExactly("var read = ddb.query(q -> q)", "read.count()");
    }

    @Test
    void what_was_dropped_is_not_declared_again_but_stays_in_the_script() {
        add(Kind.VARIABLE, "six", "int six = 6");
        add(Kind.DEED, "", "print(six);");
        journal.drop("six");

        assertThat(journal.alive()).extracting(Entry::source).containsExactly("print(six);");
        assertThat(journal.script()).containsExactly("int six = 6", "print(six);", "/drop six");
    }
}
