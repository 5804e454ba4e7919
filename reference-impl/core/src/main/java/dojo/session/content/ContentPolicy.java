package dojo.session.content;

import java.util.Optional;

/**
 * How the content of turns is stored; what is stored already is read under any policy.
 *
 * <p>What a turn of 100 KB costs (102,400 bytes of prose), one append and one strongly consistent load of it alone:
 *
 * <table>
 * <caption>A turn of 100 KB</caption>
 * <tr><th>kept</th><th>append</th><th>load</th></tr>
 * <tr><td>in the item</td><td>101 WU</td><td>26 RU</td></tr>
 * <tr><td>in the item, packed</td><td>about 36 WU</td><td>about 9 RU</td></tr>
 * <tr><td>split</td><td>as in the item, +1 WU for each part, +1 RU</td><td>as in the item, +1 request</td></tr>
 * <tr><td>in a store</td><td>1 WU, 1 RU, 1 put</td><td>1 RU, 1 get</td></tr>
 * </table>
 *
 * <p>Immutable and thread-safe.
 *
 * @param packs whether content is packed where that saves a write unit. Packed text is read by this library only, not
 *     in the console and not by PartiQL; let all readers be of this version before the first writer packs
 * @param inlineBytes the most bytes of an item that holds its own content; a larger one's content moves out of it
 * @param store where content goes that moves out; without one it is split over items of the same table
 * @param mostBytes the largest content that is accepted, 10,000,000 unless said otherwise
 */
public record ContentPolicy(boolean packs, int inlineBytes, Optional<ContentStore> store, int mostBytes) {
    /** An item holds 409,600 bytes; this leaves room for keys, names, and what later versions add. */
    private static final int MOST_INLINE = 380_000;
    /** Below this an item saves nothing by moving out: what stays of it takes half of that. */
    private static final int LEAST_INLINE = 2_048;
    /** One batch of parts is read in one request, and all of it is in memory at once. */
    private static final int MOST = 32_000_000;

    public ContentPolicy {
        if (inlineBytes < LEAST_INLINE || inlineBytes > MOST_INLINE) {
            throw new IllegalArgumentException("An item holds its content up to a size between 2,048 and 380,000 bytes,"
                    + " got " + inlineBytes + ": choose by price, see ContentPolicy.");
        }
        if (mostBytes < inlineBytes || mostBytes > MOST) {
            throw new IllegalArgumentException("The largest content is between the size an item holds, " + inlineBytes
                    + ", and 32,000,000 bytes, got " + mostBytes
                    + ": keep larger documents elsewhere, and their address in the turn.");
        }
    }

    /** As it is, in the turn's item; from 380,000 bytes on, split over several items. Nothing is packed. */
    public static ContentPolicy usual() {
        return new ContentPolicy(false, MOST_INLINE, Optional.empty(), 10_000_000);
    }

    /** The same, packing content where that saves a write unit. */
    public ContentPolicy packing() {
        return new ContentPolicy(true, inlineBytes, store, mostBytes);
    }

    /** The same, moving content out of items that would be larger than this. */
    public ContentPolicy inlineUpTo(int bytes) {
        return new ContentPolicy(packs, bytes, store, mostBytes);
    }

    /**
     * The same, with content that moves out going to this store.
     *
     * <p>By price alone, S3 is cheaper to write from 8 KB on; it adds a request of its own to every append and every
     * load, so most choose 64 KB or more ({@link #inlineUpTo}).
     */
    public ContentPolicy keepingIn(ContentStore outside) {
        return new ContentPolicy(packs, inlineBytes, Optional.of(outside), mostBytes);
    }

    /** The same, refusing content above this size before anything is written. */
    public ContentPolicy atMost(int bytes) {
        return new ContentPolicy(packs, inlineBytes, store, bytes);
    }
}
