package dojo.lab.capacity;

/** What could be done about a hot partition. */
sealed interface HeatSplit {

    /** Cut before this key, and each part has a good share of the heat. */
    record At(long hash, long sort, double smallerShare) implements HeatSplit {}

    /** No cut would help. */
    record Useless(Reason reason) implements HeatSplit {}

    /**
     * Why no cut would help.
     *
     * @see <a href="https://www.usenix.org/conference/atc22/presentation/elhemali">Amazon DynamoDB, USENIX ATC 2022,
     *     section 4.4</a>
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html">Burst
     *     and adaptive capacity</a>
     */
    enum Reason {
        SINGLE_ITEM("one item takes nearly all of it"),
        SEQUENTIAL_KEYS("its sort keys come in order, so the heat would move on to one part"),
        COLLECTION_WITH_LOCAL_INDEX("a table with a local secondary index keeps an item collection in one piece");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
