package dojo.lab.capacity;

/** What throughput is used for; each kind has limits of its own. */
public enum Access {
    READ,
    WRITE;

    String word() {
        return this == READ ? "read" : "write";
    }
}
