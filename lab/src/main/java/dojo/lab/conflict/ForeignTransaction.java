package dojo.lab.conflict;

/**
 * A transaction of somebody else that has prepared an item and not yet committed.
 *
 * <p>Until it is closed, writes to the item meet a conflict.
 */
public final class ForeignTransaction implements AutoCloseable {

    private final Runnable release;

    ForeignTransaction(Runnable release) {
        this.release = release;
    }

    /** Ends the transaction; the item is as it was. Closing it again does nothing. */
    @Override
    public void close() {
        release.run();
    }
}
