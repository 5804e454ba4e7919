package dojo.session.testkit;

/** Something that not every subject can do, or lets the kit do; behaviours which need it are skipped without it. */
public interface Claim {
    /** What the subject lacks, as the end of the sentence "Skipped: the subject ...". */
    String missing();
}
