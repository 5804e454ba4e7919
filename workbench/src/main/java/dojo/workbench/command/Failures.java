package dojo.workbench.command;

import dojo.lab.laws.Nearest;
import dojo.workbench.check.CannotCheck;
import dojo.workbench.screen.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong with a command line into one sentence and an exit code. */
public final class Failures {
    private static final int USAGE = 2;
    private static final Set<Class<?>> NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);

    private final Screen screen;

    private Failures(Screen screen) {
        this.screen = screen;
    }

    /** Makes the command line report through the screen. */
    public static void handle(CommandLine line, Screen screen) {
        Failures failures = new Failures(screen);
        line.setParameterExceptionHandler((e, args) -> failures.usage(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failures.failed(e));
        line.setOut(new PrintWriter(new ScreenWriter(screen), true));
    }

    private int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String help = " See " + command.getCommandSpec().qualifiedName() + " --help.";
        screen.error(nearest(e, command)
                .or(() -> noNumber(e))
                .map(sentence -> sentence + help)
                .orElseGet(() -> withStop(firstLine(String.valueOf(e.getMessage()))) + help));
        return USAGE;
    }

    /** "chekc" is most likely "check". */
    private static Optional<String> nearest(ParameterException e, CommandLine command) {
        if (!(e instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return Optional.empty();
        }
        String word = unmatched.getUnmatched().get(0);
        if (word.startsWith("-")) {
            List<String> options = command.getCommandSpec().options().stream()
                    .flatMap(option -> List.of(option.names()).stream())
                    .filter(name -> name.startsWith("--"))
                    .toList();
            return Optional.of("There is no option " + word + " here"
                    + Nearest.of(word, options)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("."));
        }
        if (command.getSubcommands().isEmpty()) {
            return Optional.of("\"" + word + "\" is one word too many.");
        }
        return Optional.of("There is no command \"" + word + "\""
                + Nearest.of(word, List.copyOf(command.getSubcommands().keySet()))
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("."));
    }

    /** "--limit x" wants a number. */
    private static Optional<String> noNumber(ParameterException e) {
        if (e.getValue() == null
                || !(e.getArgSpec() instanceof OptionSpec option)
                || !NUMBERS.contains(option.type())) {
            return Optional.empty();
        }
        String name = option.longestName();
        return Optional.of(
                name + " \"" + e.getValue() + "\" is no whole number that fits; give one, such as " + name + " 7.");
    }

    private int failed(Exception e) {
        if (e instanceof UsageError) {
            screen.error(String.valueOf(e.getMessage()));
            return USAGE;
        }
        if (e instanceof CannotCheck) {
            screen.error(String.valueOf(e.getMessage()));
            return 1;
        }
        Throwable shown = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        screen.error("This is a defect of the workbench, not of your code: "
                + shown.getClass().getSimpleName() + ": " + shown.getMessage() + ". Set DOJO_DEBUG=1 to see where.");
        if (System.getenv("DOJO_DEBUG") != null) {
            StringWriter trace = new StringWriter();
            shown.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().forEach(screen::error);
        }
        return 1;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("The command line does not make sense");
    }

    private static String withStop(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
