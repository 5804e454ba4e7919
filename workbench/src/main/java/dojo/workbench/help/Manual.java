package dojo.workbench.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of {@code manual.txt}: exit codes and examples of each command. Read when somebody asks for help. */
public final class Manual {
    private static final String FILE = "manual.txt";
    private static final Pattern CODE = Pattern.compile("(\\d) (.+)");
    private static final Pattern CLAIM = Pattern.compile("\\(exit code (\\d)\\)");

    private final Map<String, Page> pages;

    private Manual(Map<String, Page> pages) {
        this.pages = pages;
    }

    /** What stands below the options of one command. */
    public record Page(Map<Integer, String> exitCodes, List<Example> examples) {}

    /** A command line, and what it does. */
    public record Example(String line, String says) {

        /** The exit code that it claims; 0 where it names none. */
        public int exitCode() {
            Matcher claim = CLAIM.matcher(says);
            return claim.find() ? Integer.parseInt(claim.group(1)) : 0;
        }
    }

    /** The page of a command such as {@code dojo bench lab}. */
    public Optional<Page> page(String command) {
        return Optional.ofNullable(pages.get(command));
    }

    /** The names of all commands that have a page. */
    public List<String> commands() {
        return List.copyOf(pages.keySet());
    }

    /** The manual as it was built in. */
    public static Manual read() {
        try (InputStream in = Manual.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing beside " + Manual.class + ": build again.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manual parse(String text) {
        Map<String, Page> pages = new LinkedHashMap<>();
        Map<Integer, String> codes = new LinkedHashMap<>();
        List<Example> examples = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher code = CODE.matcher(line);
            if (line.startsWith("# ")) {
                codes = new LinkedHashMap<>();
                examples = new ArrayList<>();
                pages.put(line.substring(2), new Page(codes, examples));
            } else if (line.startsWith("> ")) {
                examples.add(new Example(line.substring(2), ""));
            } else if (code.matches() && examples.isEmpty()) {
                codes.put(Integer.parseInt(code.group(1)), code.group(2));
            } else if (!line.isBlank() && !line.startsWith("//")) {
                Example last = examples.remove(examples.size() - 1);
                examples.add(new Example(last.line, (last.says + " " + line).strip()));
            }
        }
        return new Manual(pages);
    }
}
