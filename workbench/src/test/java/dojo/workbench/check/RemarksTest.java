package dojo.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each remark is made, and is not made where it would be wrong; the gate asks that none falls on any answer of ours. */
class RemarksTest {
    @TempDir
    private Path folder;

    @Test
    void a_scan_where_the_answer_needs_none() throws IOException {
        CheckResult scans = check("Scan notes: 7 of 22 items, 1 RU (Notes.java:22)", "");

        assertThat(Remarks.on(List.of(), List.of(file("Notes.java", "ddb.query(q)")), List.of(scans)))
                .singleElement()
                .asString()
                .startsWith("Notes.java:22 sends a Scan.");
        assertThat(Remarks.on(List.of(), List.of(file("Notes.java", "ddb.scan(s)")), List.of(scans)))
                .isEmpty();
        assertThat(Remarks.on(List.of(), List.of(), List.of(check("Scan notes, 1 RU", ""))))
                .as("a Scan of the check's own")
                .isEmpty();
    }

    @Test
    void a_client_of_its_own() throws IOException {
        assertThat(source("class Notes {\n  DynamoDbClient ddb = DynamoDbClient.create();\n}"))
                .singleElement()
                .asString()
                .startsWith("Notes.java:2 makes a client of its own.");
        assertThat(source("// DynamoDbClient.create() is what we had\nclass Notes { DynamoDbClient ddb; }"))
                .isEmpty();
        assertThat(source("var enhanced = DynamoDbEnhancedClient.builder().dynamoDbClient(ddb).build();"))
                .isEmpty();
    }

    @Test
    void every_exception_caught_alike() throws IOException {
        assertThat(source("try { put(); }\ncatch (RuntimeException e) { return false; }"))
                .singleElement()
                .asString()
                .startsWith("Notes.java:2 catches every exception alike.");
        assertThat(source("try { put(); } catch (RuntimeException e) { undo(); throw e; }"))
                .isEmpty();
        assertThat(source("try { put(); } catch (ConditionalCheckFailedException e) { return false; }"))
                .isEmpty();
    }

    @Test
    void a_value_glued_into_a_statement() throws IOException {
        assertThat(source("ddb.executeStatement(s -> s.statement(\"SELECT * FROM notes WHERE PK = '\" + id + \"'\"))"))
                .singleElement()
                .asString()
                .startsWith("Notes.java:1 glues a value into a statement.");
        assertThat(source("ddb.executeStatement(s -> s.statement(\"SELECT * FROM \" + table + \" WHERE PK = ?\"))"))
                .isEmpty();
    }

    @Test
    void something_printed() {
        assertThat(Remarks.on(List.of(), List.of(), List.of(check("", "here\n"))))
                .singleElement()
                .asString()
                .startsWith("The code prints.");
        assertThat(Remarks.on(List.of(), List.of(), List.of(check("", "")))).isEmpty();
    }

    private List<String> source(String text) throws IOException {
        return Remarks.on(List.of(file("Notes.java", text)), List.of(), List.of());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static CheckResult check(String request, String output) {
        return Passed.priced(Bill.ZERO, output, request);
    }
}
