package dojo.session.cache;

/**
 * What becomes of cached reads when this process writes.
 *
 * <p>Under both rules only eventually consistent reads are answered from the cache. Strongly consistent ones, and
 * transactions, always reach the table, and nothing is kept of them.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.consistency.html">AWS: DAX and
 *     DynamoDB consistency models</a>
 */
public enum Rules {
    /**
     * A write, however it ends, makes this process forget the item and all cached queries of its partition: who appends
     * a turn and loads eventually sees it, unless a replica lags.
     */
    OWN_WRITES,

    /**
     * As DAX does: a successful Put replaces the cached item, a failed write leaves it, and no write touches cached
     * queries, which repeat their answer until their time is over. A conversation so loaded forgets its own last turns.
     */
    LIKE_DAX
}
