package dojo.c09_ttl.e4_erase_with_receipt;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was erased, when it was done, and what remains elsewhere.
 *
 * @param counts how many items of each kind there were, by {@link Items#kind}; a kind without items is left out
 * @param finishedAt when the last of them had been deleted
 * @param copies what remains in copies, and until when
 */
public record Receipt(Map<String, Integer> counts, Instant finishedAt, List<Copies.Copy> copies) {}
