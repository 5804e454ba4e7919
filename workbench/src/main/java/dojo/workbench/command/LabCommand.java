package dojo.workbench.command;

import dojo.workbench.lab.Greeting;
import dojo.workbench.lab.LabOrder;
import dojo.workbench.lab.LabProcess;
import dojo.workbench.lab.LiveView;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Terminals;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Terminal;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dojo lab}: serves the lab to every SDK until a signal stops it; 2 when it cannot listen there. */
@Command(name = "lab", description = "Serve the lab over HTTP, for every SDK and tool, until it is stopped.")
public final class LabCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int LOOKS_FOR_A_LINE = 10;
    private static final int LARGEST_PORT = 65_535;

    private final Workbench workbench;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8000",
            description = "Where to listen; 0 takes a free port (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default ${DEFAULT-VALUE}, which only this machine reaches).")
    private String bind = "";

    @Option(
            names = "--laws",
            paramLabel = "LAWS",
            defaultValue = "off",
            description = "Which laws of the real service hold: off, real, chaos or a laws file (default"
                    + " ${DEFAULT-VALUE}).")
    private String laws = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of all chance; the same seed meets the same laws (default: that of the laws, 1).")
    private @Nullable Long seed;

    @Option(names = "--print-laws", description = "Print the laws as a laws file, with what each key means, and leave.")
    private boolean printLaws;

    @Option(
            names = "--fidelity",
            description = "Print what the lab claims about the real service, and how well founded it is, and leave.")
    private boolean fidelity;

    public LabCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            throw new UsageError("--port " + port + " is no port. Give one from 1 to 65535, or 0 for a free one.");
        }
        Screen screen = workbench.screen();
        LabOrder order = new LabOrder(place(laws), Optional.ofNullable(seed), printLaws, bind, port);
        try {
            if (fidelity) {
                LabProcess.fidelity().lines().forEach(screen::print);
                return 0;
            }
            if (printLaws) {
                LabProcess.print(order).lines().forEach(screen::print);
                return 0;
            }
            return serve(order, screen);
        } catch (LabProcess.Refused refused) {
            throw new UsageError(String.valueOf(refused.getMessage()));
        } catch (IOException e) {
            screen.error(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private int serve(LabOrder order, Screen screen) throws IOException, InterruptedException, LabProcess.Refused {
        AtomicBoolean stop = new AtomicBoolean();
        stopOnSignal(stop);
        try (LabProcess lab = LabProcess.start(order)) {
            try (Terminal terminal = Terminals.open().orElse(null)) {
                // A terminal that opens takes the signals for itself.
                stopOnSignal(stop);
                Screen shown = terminal == null ? screen : Screen.on(terminal);
                return watch(lab, shown, canBeDrawn(terminal), stop);
            }
        }
    }

    /** Who wants no colours mostly wants no movement either: lines that stay, for a log or a screen reader. */
    private static boolean canBeDrawn(@Nullable Terminal terminal) {
        return terminal != null
                && !terminal.getType().startsWith(Terminal.TYPE_DUMB)
                && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    }

    private int watch(LabProcess lab, Screen screen, boolean drawn, AtomicBoolean stop) throws InterruptedException {
        LiveView view = new LiveView(screen, Greeting.lines(lab.address(), laws, lab.seed()), drawn);
        long looks = 0;
        while (!stop.get()) {
            Optional<String> lastWords = lab.endedWithin(LOOK);
            if (lastWords.isPresent()) {
                screen.error("The lab's process ended by itself. " + lastWords.get());
                return 1;
            }
            // What stays is to be read, and whoever reads it needs the time.
            if (!laws.equals("off") && (drawn || looks++ % LOOKS_FOR_A_LINE == 0)) {
                lab.heat().ifPresent(view::show);
            }
        }
        screen.say("Stopping; requests that run are finished first.");
        return 0;
    }

    /** The lab's process has a folder of its own, so the name of a file must be whole. */
    private static String place(String laws) {
        if (Set.of("off", "real", "chaos").contains(laws)) {
            return laws;
        }
        try {
            return Path.of(laws).toAbsolutePath().toString();
        } catch (InvalidPathException noPath) {
            throw new UsageError("--laws " + laws + " is no name of a file. Give off, real, chaos or a laws file.");
        }
    }

    /** The first signal asks for an orderly end; whoever sends a second one does not want to wait for it. */
    private static void stopOnSignal(AtomicBoolean stop) {
        Runnable asked = () -> {
            if (stop.getAndSet(true)) {
                Runtime.getRuntime().halt(130);
            }
        };
        Signals.register("INT", asked);
        Signals.register("TERM", asked);
    }
}
