package dojo.workbench.command;

import java.util.Optional;

/**
 * One thing the doctor looked at.
 *
 * @param seen what is there, the value included
 * @param fix what mends it; empty when all is well
 */
record Finding(String subject, String seen, Optional<String> fix) {

    static Finding fine(String subject, String seen) {
        return new Finding(subject, seen, Optional.empty());
    }

    static Finding wrong(String subject, String seen, String fix) {
        return new Finding(subject, seen, Optional.of(fix));
    }

    boolean fine() {
        return fix.isEmpty();
    }
}
