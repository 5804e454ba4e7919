package dojo.workbench.shell;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.shell.child.SnippetControl;
import dojo.workbench.worker.JvmLayout;
import dojo.workbench.worker.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * JShell: compiles snippets here, runs them in a process of their own.
 *
 * <p>One thread runs snippets; {@link #interrupt} may be called from any other. When the process is lost the engine is
 * spent: close it and start another.
 */
final class Engine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final List<String> IMPORTS = List.of(
            "import java.time.*;",
            "import java.util.*;",
            "import java.util.stream.*;",
            "import software.amazon.awssdk.core.SdkBytes;",
            "import software.amazon.awssdk.services.dynamodb.DynamoDbClient;",
            "import software.amazon.awssdk.services.dynamodb.model.*;");

    private final SnippetVm vm;
    private final JShell jshell;
    private final LineSink out;
    private final List<Path> classPath;
    private final Set<Snippet> ours = new HashSet<>();
    private final ClassImports imports = new ClassImports();
    private final List<Journal.Entry> succeeded = new ArrayList<>();
    private volatile boolean stopping;
    private volatile boolean lost;
    private volatile @Nullable CountDownLatch running;

    private Engine(SnippetVm vm, JShell jshell, LineSink out, List<Path> classPath) {
        this.classPath = classPath;
        this.vm = vm;
        this.jshell = jshell;
        this.out = out;
    }

    /**
     * Starts the process and binds {@code ddb} and {@code table}; takes a second or two.
     *
     * @param printed receives what snippets print, line by line
     * @throws IOException with a sentence if the process or the lab does not start
     */
    static Engine start(JvmLayout layout, Consumer<String> printed) throws IOException {
        warmUpCompiler();
        SnippetVm vm = SnippetVm.start(layout);
        var out = new LineSink(printed);
        try {
            var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
            JShell jshell = JShell.builder()
                    .in(new ByteArrayInputStream(new byte[0]))
                    .out(stream)
                    .err(stream)
                    .executionEngine(new OurProcess(vm), Map.of())
                    .build();
            jshell.addToClasspath(layout.classPathText());
            var engine = new Engine(vm, jshell, out, layout.classPath());
            jshell.onShutdown(closed -> engine.lost = true);
            engine.bind();
            return engine;
        } catch (IOException | RuntimeException e) {
            vm.close();
            throw e;
        }
    }

    /** Loads the compiler while the other process starts; they take about as long. */
    private static void warmUpCompiler() {
        var thread = new Thread(Engine::evaluateNothingMuch, "dojo-warm-compiler");
        thread.setDaemon(true);
        thread.start();
    }

    private static void evaluateNothingMuch() {
        try (JShell throwaway = JShell.builder().executionEngine("local").build()) {
            throwaway.eval("import java.util.*;");
            throwaway.eval("List.of(1).size()");
        } catch (RuntimeException e) {
            // What keeps it from working will be said by the engine that is needed.
        }
    }

    private void bind() throws IOException {
        IMPORTS.forEach(jshell::eval);
        vm.ready();
        jshell.eval("DynamoDbClient ddb = dojo.workbench.shell.child.Bench.ddb();");
        jshell.eval("String table = dojo.workbench.shell.child.Bench.table();");
        // The first expression costs a good part of a second, all of it compiler: let nobody wait for it.
        jshell.eval("if (table.isEmpty()) { }");
        jshell.snippets().forEach(ours::add);
    }

    /** Drops every definition but our own. */
    void forget() {
        jshell.snippets()
                .filter(snippet ->
                        !ours.contains(snippet) && jshell.status(snippet).isActive())
                .forEach(jshell::drop);
    }

    /** Points {@code table} at the table that the process has in use now. */
    void rebindTable() {
        jshell.eval("table = dojo.workbench.shell.child.Bench.table();");
    }

    /**
     * Makes compiled classes usable, and the public ones of a package without its name. A name that another package had
     * brought along means the newer class from now on.
     */
    void addClasses(Path folder, String packageName) throws IOException {
        jshell.addToClasspath(folder.toString());
        imports.of(packageName, folder).forEach(jshell::eval);
    }

    SnippetVm vm() {
        return vm;
    }

    /** What is defined now, for those who list it. */
    JShell jshell() {
        return jshell;
    }

    /** Whether it was here before the first snippet. */
    boolean isOurs(Snippet snippet) {
        return ours.contains(snippet);
    }

    SourceCodeAnalysis analysis() {
        return jshell.sourceCodeAnalysis();
    }

    /** What unfinished text could mean. */
    Insight insight() {
        return new Insight(analysis(), classPath);
    }

    boolean isLost() {
        return lost || !vm.isAlive();
    }

    /** Whether nothing is missing at the end of the text: it is one or more whole snippets, or wrong for sure. */
    boolean isComplete(String source) {
        String remaining = source;
        while (!remaining.isBlank()) {
            CompletionInfo info = analysis().analyzeCompletion(remaining);
            if (!info.completeness().isComplete()) {
                return info.completeness() == Completeness.UNKNOWN || info.completeness() == Completeness.EMPTY;
            }
            remaining = info.remaining();
        }
        return true;
    }

    /** Runs every snippet of the text in order, until one fails. */
    List<Outcome> run(String source) {
        succeeded.clear();
        var outcomes = new ArrayList<Outcome>();
        String remaining = source;
        while (!remaining.isBlank()) {
            CompletionInfo info = analysis().analyzeCompletion(remaining);
            boolean whole = info.completeness().isComplete();
            List<Outcome> some = runOne(whole ? info.source() : remaining);
            outcomes.addAll(some);
            if (some.stream().anyMatch(Outcome::failed)) {
                break;
            }
            remaining = whole ? info.remaining() : "";
        }
        return outcomes;
    }

    /** What succeeded in the latest {@link #run}, snippet by snippet. */
    List<Journal.Entry> succeeded() {
        return List.copyOf(succeeded);
    }

    private List<Outcome> runOne(String snippet) {
        var done = new CountDownLatch(1);
        stopping = false;
        running = done;
        try {
            List<SnippetEvent> events = jshell.eval(snippet);
            if (isLost()) {
                return List.of(new Outcome.Lost(stopping ? "The snippet did not stop" : vm.ending()));
            }
            if (!stopping) {
                succeeded.addAll(Journal.succeeded(events));
            }
            return stopping ? List.of(new Outcome.Stopped()) : fetched(new Events(jshell).outcomes(events));
        } catch (IllegalStateException e) {
            return List.of(new Outcome.Lost(vm.ending()));
        } finally {
            running = null;
            done.countDown();
            out.endSnippet();
        }
    }

    /** Values that JShell brought as tickets, in full. */
    private List<Outcome> fetched(List<Outcome> outcomes) {
        return outcomes.stream().map(this::fetched).toList();
    }

    private Outcome fetched(Outcome outcome) {
        if (!(outcome instanceof Outcome.Value value) || !value.text().startsWith(SnippetControl.TICKET)) {
            return outcome;
        }
        try {
            int number = Integer.parseInt(value.text().substring(SnippetControl.TICKET.length()));
            JsonNode sheet = vm.ask(Wire.message().put("op", "value").put("number", number))
                    .path("value");
            return sheet.isMissingNode()
                    ? new Outcome.Value(value.name(), "a result that is no longer kept; name it again to see it")
                    : new Outcome.Shown(value.name(), sheet, number);
        } catch (IOException e) {
            return new Outcome.Value(value.name(), "a result that cannot be shown: " + e.getMessage());
        }
    }

    /** Stops the running snippet; if it will not, ends its process, which loses every definition. */
    void interrupt() {
        CountDownLatch done = running;
        if (done == null) {
            return;
        }
        stopping = true;
        try {
            vm.stopSnippet();
            if (!done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                giveUp();
            }
        } catch (IOException e) {
            giveUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says so first: the snippet's end, which comes of it, is seen by another thread before anything else. */
    private void giveUp() {
        lost = true;
        vm.close();
    }

    @Override
    public void close() {
        vm.close();
        jshell.close();
    }

    private record OurProcess(SnippetVm vm) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "dojo";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) throws IOException {
            return vm.control(env);
        }
    }
}
