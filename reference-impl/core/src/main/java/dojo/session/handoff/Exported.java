package dojo.session.handoff;

import dojo.session.Bill;

/** What became of an export; every answer carries its bill. */
public sealed interface Exported {
    Bill bill();

    /** What was written, or an exception that says why it is no export. */
    default Manifest manifestOrThrow() {
        throw new IllegalStateException(
                "Nothing was sealed, the answer was " + this + ": throw away what was written, and decide again.");
    }

    /** The export is complete and sealed. */
    record Written(Manifest manifest, Bill bill) implements Exported {
        @Override
        public Manifest manifestOrThrow() {
            return manifest;
        }
    }

    /** There is no session of this id, or it has expired; nothing, or nothing that has a seal, was written. */
    record Absent(Bill bill) implements Exported {}

    /** The conversation was begun anew, or lost its last turn, meanwhile: what was written has no seal. Export again. */
    record Restarted(Bill bill) implements Exported {}
}
