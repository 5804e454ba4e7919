package dojo.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.shell.DocumentationView.Entry;
import dojo.workbench.worker.JvmLayout;
import java.util.List;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class InsightTest {
    private static JShell jshell;
    private static Insight insight;

    @BeforeAll
    static void start() {
        jshell = JShell.builder().executionEngine("local").build();
        JvmLayout layout = JvmLayout.detect();
        jshell.addToClasspath(layout.classPathText());
        jshell.eval("import java.util.*;");
        jshell.eval("import software.amazon.awssdk.services.dynamodb.DynamoDbClient;");
        jshell.eval("import software.amazon.awssdk.services.dynamodb.model.*;");
        jshell.eval("DynamoDbClient ddb;");
        jshell.eval("String table;");
        insight = new Insight(jshell.sourceCodeAnalysis(), layout.classPath());
    }

    @AfterAll
    static void close() {
        jshell.close();
    }

    private static String completed(String before) {
        int[] anchor = {before.length()};
        List<String> found = insight.suggestions(before, anchor);
        return found.size() == 1 ? before.substring(0, anchor[0]) + found.get(0) : found.toString();
    }

    @Test
    void a_method_is_completed() {
        assertThat(completed("ddb.queryPag")).isEqualTo("ddb.queryPaginator(");
    }

    @Test
    void a_builder_in_a_lambda_is_completed_and_so_are_its_arguments() {
        assertThat(completed("ddb.query(q -> q.tableNa")).isEqualTo("ddb.query(q -> q.tableName(");
        assertThat(completed("var r = ddb.query(q -> q\n    .tableName(table).scanIndexF"))
                .isEqualTo("var r = ddb.query(q -> q\n    .tableName(table).scanIndexForward(");
        assertThat(completed("ddb.query(q -> q.tableName(tab")).isEqualTo("ddb.query(q -> q.tableName(table");
        assertThat(completed("ddb.query(q -> q.expressionAttributeValues(Map.of(\":pk\", AttributeValue.fromBoo"))
                .endsWith("AttributeValue.fromBool(");
        assertThat(completed("ddb.createTable(c -> c.provisionedThroughput(p -> p.readCap"))
                .endsWith("p -> p.readCapacityUnits(");
    }

    @Test
    void signatures_are_known_with_and_without_the_bracket() {
        assertThat(insight.documentation("ddb.query", false))
                .extracting(Entry::signature)
                .isEqualTo(insight.documentation("ddb.query(", false).stream()
                        .map(Entry::signature)
                        .toList())
                .anyMatch(signature -> signature.contains("Consumer<QueryRequest.Builder>"));
        assertThat(insight.documentation("ddb.query(q -> q.limit(", false))
                .singleElement()
                .extracting(Entry::signature)
                .asString()
                .contains("limit(Integer");
    }

    @Test
    void nonsense_has_no_documentation_and_no_exception() {
        for (String text :
                List.of("", "(", ")))", "q -> q.", "x(q -> q.y(", "\"open", "f(\"\"\"\n", "ddb.query(q -> q.")) {
            assertThat(insight.documentation(text, false)).isNotNull();
            assertThat(insight.suggestions(text, new int[1])).isNotNull();
        }
    }
}
