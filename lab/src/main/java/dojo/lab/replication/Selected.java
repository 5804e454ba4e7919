package dojo.lab.replication;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The table, and perhaps the index, that a PartiQL SELECT reads.
 *
 * @param index empty if it reads the table
 */
record Selected(String table, String index) {

    private static final String NAME = "(?:\"([^\"]+)\"|([A-Za-z0-9_]+))";

    private static final Pattern FROM = Pattern.compile("(?i)\\bFROM\\s+" + NAME + "(?:\\s*\\.\\s*" + NAME + ")?");

    /** Nothing for a statement that writes, or that makes no sense: the store refuses that one. */
    static Optional<Selected> by(@Nullable String statement) {
        if (statement == null || !statement.strip().toUpperCase(Locale.ROOT).startsWith("SELECT")) {
            return Optional.empty();
        }
        Matcher from = FROM.matcher(statement);
        return from.find()
                ? Optional.of(new Selected(named(from.group(1), from.group(2)), named(from.group(3), from.group(4))))
                : Optional.empty();
    }

    private static String named(@Nullable String quoted, @Nullable String bare) {
        if (quoted != null) {
            return quoted;
        }
        return bare == null ? "" : bare;
    }
}
