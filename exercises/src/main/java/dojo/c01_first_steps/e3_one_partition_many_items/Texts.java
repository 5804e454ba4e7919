package dojo.c01_first_steps.e3_one_partition_many_items;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What stands in the items of an answer. */
public final class Texts {
    private Texts() {}

    /** The texts of these items, in the order in which they came. */
    public static List<String> of(QueryResponse page) {
        return page.items().stream().map(item -> item.get("text").s()).toList();
    }
}
