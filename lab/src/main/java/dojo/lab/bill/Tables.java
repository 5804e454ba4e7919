package dojo.lab.bill;

/**
 * What the tariffs know of the tables: their shapes, and their items before and after a write.
 *
 * <p>Safe for use by many threads.
 */
record Tables(TableShapes shapes, Images images) {

    Tables() {
        this(new TableShapes(), new Images());
    }
}
