package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;

@WithSessionTable
class WithSessionTableTest {
    @Test
    void the_table_that_tests_are_given_has_the_keys_and_the_index_of_the_definition(LabTable table) {
        CreateTableRequest wanted = SessionTable.definition(table.name());
        GlobalSecondaryIndex index = wanted.globalSecondaryIndexes().get(0);

        var there = table.backstage()
                .describeTable(describe -> describe.tableName(table.name()))
                .table();

        assertThat(there.keySchema()).isEqualTo(wanted.keySchema());
        assertThat(there.attributeDefinitions()).hasSameElementsAs(wanted.attributeDefinitions());
        assertThat(there.globalSecondaryIndexes()).singleElement().satisfies(given -> {
            assertThat(given.indexName()).isEqualTo(index.indexName());
            assertThat(given.keySchema()).isEqualTo(index.keySchema());
            assertThat(given.projection().nonKeyAttributes())
                    .hasSameElementsAs(index.projection().nonKeyAttributes());
        });
    }
}
