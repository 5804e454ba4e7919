package dojo.session.table;

import java.util.List;
import java.util.stream.Collectors;

/** A session memory must not write to this table; the message has a line for each reason. */
public final class TableRefused extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    TableRefused(String table, List<Finding> findings) {
        super("Table " + table + " is refused before any write:\n"
                + findings.stream().map(finding -> "  " + finding).collect(Collectors.joining("\n")));
        this.findings = findings;
    }

    /** The reasons, without the warnings. */
    public List<Finding> findings() {
        return findings;
    }
}
