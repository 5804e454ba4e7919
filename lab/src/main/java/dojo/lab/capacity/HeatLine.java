package dojo.lab.capacity;

import java.util.Optional;

/**
 * One cell of the heat map: a partition of a table or an index.
 *
 * @param hottestKey the partition key that takes most of its use; empty if there is none, or its name is forgotten
 */
public record HeatLine(String table, Optional<String> index, PartitionHeat heat, String hottestKey) {}
