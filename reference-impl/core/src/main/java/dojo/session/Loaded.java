package dojo.session;

/** The answer to a load; it carries its bill in either case. */
public sealed interface Loaded {
    Bill bill();

    default Context contextOrThrow() {
        throw new IllegalStateException("There is no such session (it never was, or it has expired): create it first.");
    }

    /** The session is alive. */
    record Found(Context context, Bill bill) implements Loaded {
        @Override
        public Context contextOrThrow() {
            return context;
        }
    }

    /** There is no session of this id, or it has expired. */
    record Absent(Bill bill) implements Loaded {}
}
