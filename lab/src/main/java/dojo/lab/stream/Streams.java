package dojo.lab.stream;

import dojo.lab.item.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All streams of a Region, the disabled ones for as long as they can be read. Safe for use by many threads. */
final class Streams {

    private final Map<String, TableStream> byArn = new ConcurrentSkipListMap<>();
    /** The latest stream of each table, enabled or not. */
    private final Map<String, TableStream> byTable = new ConcurrentHashMap<>();

    private final Map<String, List<Consumer<Instant>>> bells = new ConcurrentHashMap<>();

    void add(TableStream stream) {
        byArn.put(stream.identity().arn(), stream);
        byTable.put(stream.identity().table(), stream);
    }

    boolean isTaken(String arn) {
        return byArn.containsKey(arn);
    }

    /** The stream of this ARN, if it can be read. */
    Optional<TableStream> named(@Nullable String arn, Instant now) {
        return Optional.ofNullable(arn == null ? null : byArn.get(arn)).filter(stream -> !stream.isGone(now));
    }

    Optional<TableStream> latest(String table) {
        return Optional.ofNullable(byTable.get(table));
    }

    Optional<TableStream> enabled(String table) {
        return latest(table).filter(TableStream::isEnabled);
    }

    /** Disables the stream of a table that has been deleted, and forgets that it was the table's. */
    void forgetTable(String table, Instant now) {
        Optional.ofNullable(byTable.remove(table))
                .filter(TableStream::isEnabled)
                .ifPresent(stream -> stream.disable(now));
    }

    /** Those that can be read, by their ARN. */
    List<TableStream> all(Instant now) {
        byArn.values().removeIf(stream -> stream.isGone(now));
        return new ArrayList<>(byArn.values());
    }

    /** Adds the change to the stream of its table, if it has one. */
    void append(Change change, Duration delay) {
        TableStream stream = byTable.get(change.table());
        if (stream == null) {
            return;
        }
        stream.append(change, delay)
                .ifPresent(visible ->
                        bells.getOrDefault(stream.identity().arn(), List.of()).forEach(bell -> bell.accept(visible)));
    }

    /** From now on, says of each record when it can be read, and of those that cannot be yet; the answer stops that. */
    Runnable listen(String arn, Consumer<Instant> bell, Instant now) {
        bells.merge(arn, List.of(bell), Streams::joined);
        named(arn, now).ifPresent(stream -> stream.pending(now).forEach(bell));
        return () -> bells.computeIfPresent(
                arn,
                (name, all) -> all.stream().filter(other -> !other.equals(bell)).toList());
    }

    private static List<Consumer<Instant>> joined(List<Consumer<Instant>> some, List<Consumer<Instant>> more) {
        List<Consumer<Instant>> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
