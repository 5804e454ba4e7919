package dojo.session;

/** What became of a change of metadata; every answer carries its bill. */
public sealed interface Updated {
    Bill bill();

    /** What is known now, or an exception that says why the change was not made. */
    default Metadata metadataOrThrow() {
        throw new IllegalStateException("Nothing was changed, the answer was " + this
                + ": deal with this kind of answer before asking for the metadata.");
    }

    /** The change is made, by this call or by an earlier attempt of it; this is what is known now. */
    record Changed(Metadata metadata, Bill bill) implements Updated {
        @Override
        public Metadata metadataOrThrow() {
            return metadata;
        }
    }

    /** Somebody changed the metadata since the expected revision: look at {@code current} and decide again. */
    record Conflict(Metadata current, Bill bill) implements Updated {
        @Override
        public String toString() {
            return "Conflict[revision=" + current.revision() + ", bill=" + bill + "]";
        }
    }

    /** There is no session of this id, or it has expired. */
    record Absent(Bill bill) implements Updated {}
}
