package dojo.workbench.screen;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the place we print to can show.
 *
 * @param links whether it understands terminal hyperlinks (OSC 8)
 * @param width columns, from {@value #NARROWEST} to {@value #WIDEST}
 */
public record Look(boolean colour, boolean unicode, boolean links, int width) {
    static final int NARROWEST = 40;
    static final int WIDEST = 200;
    private static final int USUAL = 80;

    public Look {
        width = width <= 0 ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, width));
    }

    /** No colour, no links, 80 columns: what a pipe or a log file gets. */
    public static Look plain() {
        return new Look(false, true, false, USUAL);
    }

    /**
     * Judges by the environment: {@code NO_COLOR}, {@code TERM=dumb}, the locale, {@code COLUMNS}. VS Code finds paths
     * itself and shows hyperlinks to lines badly, so it gets none.
     *
     * @param terminal whether output goes to a terminal at all
     */
    static Look from(Map<String, String> env, boolean terminal, Charset outputCharset) {
        boolean capable = terminal && !env.getOrDefault("TERM", "").equals("dumb");
        boolean colour = capable && env.getOrDefault("NO_COLOR", "").isEmpty();
        boolean vsCode = env.getOrDefault("TERM_PROGRAM", "").equals("vscode");
        return new Look(colour, unicode(env, outputCharset), colour && !vsCode, width(env));
    }

    public Look withWidth(int columns) {
        return new Look(colour, unicode, links, columns);
    }

    private static boolean unicode(Map<String, String> env, Charset outputCharset) {
        Optional<String> locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> env.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
        return locale.map(
                        value -> value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
                .orElse(outputCharset.equals(StandardCharsets.UTF_8));
    }

    private static int width(Map<String, String> env) {
        String columns = env.getOrDefault("COLUMNS", "");
        return columns.matches("[0-9]{1,4}") ? Integer.parseInt(columns) : USUAL;
    }
}
