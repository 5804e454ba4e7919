package dojo.session.testkit;

import java.util.Set;

/** What is judged. */
public interface Subject {
    /** What it says it can do; behaviours that need more are skipped, with a line that says why. */
    Set<? extends Claim> claims();
}
