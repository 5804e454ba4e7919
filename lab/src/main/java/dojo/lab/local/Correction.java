package dojo.lab.local;

/**
 * Everything that DynamoDB Local 3.3.1 gets wrong, that the documentation settles, and that the lab puts right.
 *
 * <p>Each was measured on DynamoDB Local; the tests pin both answers, so that a Local that is mended shows itself.
 */
public enum Correction {
    /** Made by {@link FilteredPages}. */
    FILTERED_QUERY_ENDS_AT_ONE_MEGABYTE(
            "A page of a filtered Query ends at 1 MB of items read, before the filter; Local reads on to the end of the"
                    + " item collection.",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.FilterExpression.html",
            Place.PATH),

    /** Made by {@link IndexPages}. */
    INDEX_PAGE_IS_MEASURED_IN_ENTRIES(
            "A page of an index ends at 1 MB of what the index holds; Local counts whole items, projected or not.",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html",
            Place.PATH),

    TRANSACTION_PAYS_FOR_EVERY_ITEM(
            "A transaction pays two units for each KB of each of its items; Local reports those of one item.",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html",
            Place.BILL),

    REPLAY_PAYS_READ_UNITS(
            "The same client request token again pays for reading all items of the transaction; Local reports one.",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html",
            Place.BILL),

    NOTHING_FOUND_PAYS_THE_MINIMUM(
            "A Query or Scan that finds nothing, and a key of a batch without an item, pay the minimum; Local nothing.",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html",
            Place.BILL),

    INDEX_PAYS_FOR_ITS_ENTRIES(
            "Index units follow the size of entries: without the 100 bytes of storage that Local adds to those of local"
                    + " indexes, and none for an item that lacks part of the key.",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html",
            Place.BILL),

    EXPIRED_ITEMS_STAY(
            "Expired items are deleted within days, and streams tell; Local deletes within a minute, and its streams do not.",
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html",
            Place.LAW);

    /** Where in the lab it is made. */
    public enum Place {
        /** In front of the store; switched by {@link CorrectionSettings}. */
        PATH,
        /** In {@code dojo.lab.bill}, with every other price; always. */
        BILL,
        /** By a law with settings of its own. */
        LAW
    }

    private final String says;
    private final String source;
    private final Place place;

    Correction(String says, String source, Place place) {
        this.says = says;
        this.source = source;
        this.place = place;
    }

    /** What is right, and what Local does. */
    public String says() {
        return says;
    }

    /** The page that settles it. */
    public String source() {
        return source;
    }

    /** Where in the lab it is made. */
    public Place place() {
        return place;
    }
}
