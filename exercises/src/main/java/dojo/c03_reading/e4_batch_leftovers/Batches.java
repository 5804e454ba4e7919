package dojo.c03_reading.e4_batch_leftovers;

import java.util.List;
import java.util.stream.IntStream;

/** A long list as short ones. */
public final class Batches {
    private Batches() {}

    /** The same elements in the same order, so many to a batch, and what is left in the last. */
    public static <T> List<List<T>> of(List<T> all, int size) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                .mapToObj(from -> all.subList(from, Math.min(from + size, all.size())))
                .toList();
    }
}
