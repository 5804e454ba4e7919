package dojo.session.evolve;

/** A write to a table that is being moved was refused, and nothing was written. */
public final class TableFrozen extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final Phase phase;

    TableFrozen(String table, Phase phase) {
        super("Table " + table + " takes no writes in phase " + phase
                + (phase == Phase.FROZEN ? ": try again in some seconds." : ": use the memory on the new table."));
        this.phase = phase;
    }

    /** {@link Phase#FROZEN}: try again; {@link Phase#MOVED}: use the new table. */
    public Phase phase() {
        return phase;
    }
}
