package dojo.workbench.help;

import dojo.workbench.screen.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Adds exit codes and examples to the help of every command. */
public final class HelpPages {
    private static final int COLUMNS = 80;

    private HelpPages() {}

    /** For the command line and the subcommands that it has by now; the manual is not read before somebody asks. */
    public static void addTo(CommandLine line) {
        Map<String, IHelpSectionRenderer> sections = new LinkedHashMap<>(line.getHelpSectionMap());
        sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, HelpPages::footer);
        line.setHelpSectionMap(sections);
    }

    private static String footer(Help help) {
        return Manual.read()
                .page(help.commandSpec().qualifiedName())
                .map(page -> String.join(System.lineSeparator(), lines(page)) + System.lineSeparator())
                .orElse("");
    }

    private static List<String> lines(Manual.Page page) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Exit codes:");
        page.exitCodes().forEach((code, says) -> lines.add("  " + code + "  " + says));
        lines.add("");
        lines.add("Examples:");
        page.examples().forEach(example -> {
            lines.add("  " + example.line());
            Line.of(example.says()).indent(6).wrap(COLUMNS, 6).forEach(line -> lines.add(line.text()));
        });
        return lines;
    }
}
