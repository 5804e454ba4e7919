package dojo.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.screen.Approved;
import dojo.workbench.screen.Line;
import dojo.workbench.shell.DocumentationView.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentationViewTest {
    private static final Entry QUERY = new Entry(
            "QueryResponse DynamoDbClient.query(Consumer<QueryRequest.Builder> queryRequest) throws ResourceNotFoundException,"
                    + "DynamoDbException",
            """
            <p>
            You must provide the name of the partition key attribute and a single value for that attribute. <code>Query</code>
            returns all items with that value.
            </p>
            <ul>
            <li><p>One &lt;page&gt; at a time.</p></li>
            </ul>
            <pre>{@code
             ddb.query(q -> q.limit(1));
            }</pre>
            This is a convenience which creates a {@link QueryRequest.Builder} avoiding {@link QueryRequest#builder()}.

            @param queryRequest
                   A {@link Consumer} that will call methods on {@link QueryRequest.Builder a builder}
            @return Result of the Query operation.
            @throws ResourceNotFoundException
                    The table is not there.
            @see <a href="https://example.com">AWS API Documentation</a>
            """);

    private static List<String> text(String javadoc, int width) {
        return JavadocText.lines(javadoc, width).stream().map(Line::text).toList();
    }

    @Test
    void the_documentation_of_a_method_reads_without_its_mark_up() {
        Approved.captures("prompt-documentation", width -> DocumentationView.whole(List.of(QUERY), width));
    }

    @Test
    void signatures_leave_the_exceptions_out() {
        assertThat(DocumentationView.signatures(List.of(QUERY), 100))
                .extracting(Line::text)
                .containsExactly(
                        "QueryResponse DynamoDbClient.query(Consumer<QueryRequest.Builder> queryRequest)",
                        "Tab again: documentation");
    }

    @Test
    void without_sources_it_is_said_what_is_missing() {
        List<Line> lines = DocumentationView.whole(List.of(new Entry("int f(int n)", "")), 200);

        assertThat(lines.get(0).text()).isEqualTo("int f(int n)");
        assertThat(lines.get(1).text()).contains("not at hand").contains("README");
    }

    @Test
    void tags_within_tags_and_code_that_looks_like_mark_up_stay_readable() {
        assertThat(text("The {@code List<String>} of {@link #entry(Object, Object) an {@code entry}} &amp; more.", 80))
                .containsExactly("The List<String> of an entry & more.");
        assertThat(text("", 80)).isEmpty();
        assertThat(text("Unclosed {@link Foo and <b", 80)).isNotEmpty();
    }
}
