package dojo.session.handoff;

/** How an export is signed. */
public enum Algorithm {
    /** A signature that whoever has the public key can check, and only the exporter can make. */
    ED25519("Ed25519"),

    /** A code that the holders of one secret can make and check; no proof for anybody else. */
    HMAC_SHA256("HmacSHA256");

    private final String jdkName;

    Algorithm(String jdkName) {
        this.jdkName = jdkName;
    }

    /** The name by which the JDK knows it; the same stands in the export. */
    public String jdkName() {
        return jdkName;
    }
}
