package dojo.lab.capacity;

import java.util.Optional;

/**
 * One cell of the heat map: a partition of a table or an index.
 *
 * @param hottestKey the partition key that takes most of its use; empty if there is none, or its name is forgotten
 * @param readLimit the read units a second that it can serve without anything saved for bursts: its own limit, or what
 *     the table or index has provisioned, if that is less
 * @param writeLimit likewise
 */
public record HeatLine(
        String table,
        Optional<String> index,
        PartitionHeat heat,
        String hottestKey,
        double readLimit,
        double writeLimit) {}
