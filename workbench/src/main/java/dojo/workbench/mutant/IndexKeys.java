package dojo.workbench.mutant;

import dojo.lab.Lab;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Which attributes of a table are keys of its indexes and not of itself; asked once, and backstage. */
final class IndexKeys implements Function<String, Set<String>> {

    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private volatile @Nullable Lab lab;

    /** The lab that has the tables; until it is there, there are none. */
    void of(Lab opened) {
        lab = opened;
    }

    @Override
    public Set<String> apply(String table) {
        return known.computeIfAbsent(table, this::ask);
    }

    private Set<String> ask(String table) {
        Lab here = lab;
        if (here == null) {
            return Set.of();
        }
        try {
            return keys(here.backstage()
                    .describeTable(describe -> describe.tableName(table))
                    .table());
        } catch (ResourceNotFoundException elsewhere) {
            return Set.of();
        }
    }

    private static Set<String> keys(TableDescription table) {
        Set<String> keys = new TreeSet<>();
        Stream.concat(
                        table.globalSecondaryIndexes().stream().flatMap(index -> index.keySchema().stream()),
                        table.localSecondaryIndexes().stream().flatMap(index -> index.keySchema().stream()))
                .map(KeySchemaElement::attributeName)
                .forEach(keys::add);
        table.keySchema().forEach(key -> keys.remove(key.attributeName()));
        return keys;
    }
}
