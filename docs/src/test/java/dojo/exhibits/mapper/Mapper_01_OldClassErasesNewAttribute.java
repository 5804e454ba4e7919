package dojo.exhibits.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
@WithTable
class Mapper_01_OldClassErasesNewAttribute {

    private static final TableSchema<Profile> OF_LAST_WEEK = TableSchema.builder(Profile.class)
            .newItemSupplier(Profile::new)
            .addAttribute(
                    String.class,
                    name -> name.name("PK")
                            .getter(Profile::key)
                            .setter(Profile::key)
                            .tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    name -> name.name("SK")
                            .getter(profile -> "PROFILE")
                            .setter((profile, ignored) -> {})
                            .tags(StaticAttributeTags.primarySortKey()))
            .addAttribute(
                    String.class,
                    name -> name.name("title").getter(Profile::title).setter(Profile::title))
            .build();

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("An older version of the code reads an item, changes what it knows"
            + " and puts it back: an attribute that it does not know is gone. An update leaves it.");

    @Test
    void a_put_by_last_weeks_class_removes_this_weeks_attribute(LabTable table) {
        var old = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(table.backstage())
                .build()
                .table(table.name(), OF_LAST_WEEK);
        table.put(profile("put"));
        table.put(profile("update"));

        var read = old.getItem(key("put"));
        read.title("Hello again");
        old.putItem(read);
        var other = old.getItem(key("update"));
        other.title("Hello again");
        old.updateItem(other);

        boolean afterPut = table.items("CUSTOMER#put").get(0).containsKey("language");
        boolean afterUpdate = table.items("CUSTOMER#update").get(0).containsKey("language");
        assertThat(afterPut).isFalse();
        assertThat(afterUpdate).isTrue();
        EXHIBIT.measured("after-a-put", afterPut ? "there" : "gone");
        EXHIBIT.measured("after-an-update", afterUpdate ? "there" : "gone");
    }

    private static Key key(String customer) {
        return Key.builder()
                .partitionValue("CUSTOMER#" + customer)
                .sortValue("PROFILE")
                .build();
    }

    /** As this week's version stores it. */
    private static Map<String, AttributeValue> profile(String customer) {
        return Map.of(
                "PK",
                fromS("CUSTOMER#" + customer),
                "SK",
                fromS("PROFILE"),
                "title",
                fromS("Hello"),
                "language",
                fromS("ja"));
    }
}
