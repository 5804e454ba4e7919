package dojo.lab.capacity;

/**
 * A key and how much was made of it.
 *
 * @param key the value of the partition key, or of the partition key and the sort key
 * @param amount throughput units, three times the write units and the read units, or throttling events
 */
public record TopKey(String key, double amount) {}
