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
    private static final int FIRST_VTE_WITH_LINKS = 5000;

    public Look {
        width = width <= 0 ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, width));
    }

    /** No colour, no links, 80 columns: what a pipe or a log file gets. */
    public static Look plain() {
        return new Look(false, true, false, USUAL);
    }

    /**
     * Judges by the environment: {@code NO_COLOR}, {@code TERM=dumb}, the locale, {@code COLUMNS}. Where the
     * terminal finds paths by itself, or would print a hyperlink as rubbish, there are none.
     *
     * @param terminal whether output goes to a terminal at all
     */
    static Look from(Map<String, String> env, boolean terminal, Charset outputCharset) {
        boolean capable = terminal && !env.getOrDefault("TERM", "").equals("dumb");
        boolean colour = capable && env.getOrDefault("NO_COLOR", "").isEmpty();
        return new Look(colour, unicode(env, outputCharset), colour && !shunsLinks(env), width(env));
    }

    /**
     * VS Code and the IDEs of JetBrains make {@code path:line} a link by themselves, and a better one: it leads to the
     * line. The Linux console and Emacs do not know the sequence; old terminals of GNOME print it.
     */
    private static boolean shunsLinks(Map<String, String> env) {
        String vte = env.getOrDefault("VTE_VERSION", "");
        return env.getOrDefault("TERM_PROGRAM", "").equals("vscode")
                || env.getOrDefault("TERMINAL_EMULATOR", "").equals("JetBrains-JediTerm")
                || !env.getOrDefault("INSIDE_EMACS", "").isEmpty()
                || env.getOrDefault("TERM", "").equals("linux")
                || (vte.matches("[0-9]{1,4}") && Integer.parseInt(vte) < FIRST_VTE_WITH_LINKS);
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
