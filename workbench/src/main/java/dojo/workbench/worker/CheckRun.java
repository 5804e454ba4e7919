package dojo.workbench.worker;

import dojo.lab.Lab;
import dojo.lab.junit.LabMaker;
import dojo.workbench.mutant.Experiment;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** One run of the checks of one submission, through the JUnit Launcher. */
final class CheckRun {
    /** Listeners and engines by name: looking for services on the class path costs more than a check. */
    private static final LauncherConfig CONFIG = LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build();

    private final RunRequest request;
    private final Supplier<Lab> lab;
    private final Optional<Experiment> experiment;

    /** @param lab for tests that do not open one of their own; one and the same for all */
    CheckRun(RunRequest request, Supplier<Lab> lab, Optional<Experiment> experiment) {
        this.request = request;
        this.lab = lab;
        this.experiment = experiment;
    }

    /** Runs the checks, and tells the listener. */
    void tell(CheckListener listener) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader classes = new URLClassLoader(urls(), CheckRun.class.getClassLoader())) {
            thread.setContextClassLoader(classes);
            run(listener, classes);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private URL[] urls() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path folder : request.classes()) {
            urls.add(folder.toUri().toURL());
        }
        return urls.toArray(new URL[0]);
    }

    private void run(CheckListener listener, ClassLoader classes) {
        AskingLine asking = asking();
        Supplier<Lab> shared = () -> {
            lab.get().askedBy(asking);
            return lab.get();
        };
        LabMaker maker = laws -> {
            Lab made = experiment.map(one -> one.open(laws)).orElseGet(() -> Lab.under(laws));
            made.askedBy(asking);
            return made;
        };
        try (LauncherSession session = LauncherFactory.openSession(CONFIG)) {
            session.getStore().put(Namespace.create("dojo.lab"), "lab", shared);
            session.getStore().put(Namespace.create("dojo.lab"), "maker", maker);
            LauncherDiscoveryRequest all = plan(selectors(classes));
            if (experiment.isPresent()) {
                untilOneFails(session, all, listener);
                return;
            }
            if (!request.backwards()) {
                session.getLauncher().execute(all, listener);
                return;
            }
            for (String test : lastFirst(session.getLauncher().discover(all))) {
                session.getLauncher().execute(plan(List.of(DiscoverySelectors.selectUniqueId(test))), listener);
            }
        }
    }

    /** Bills want the line; whoever changes requests wants to name the method. */
    private AskingLine asking() {
        var frames = new LearnerFrames(request.packageName(), request.learner());
        return new AskingLine(frames, Thread.currentThread(), experiment.isPresent() ? frames::site : frames::of);
    }

    private static void untilOneFails(LauncherSession session, LauncherDiscoveryRequest all, CheckListener listener) {
        CancellationToken enough = CancellationToken.create();
        TestExecutionListener first = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getThrowable().isPresent()) {
                    enough.cancel();
                }
            }
        };
        session.getLauncher()
                .execute(LauncherExecutionRequestBuilder.request(all)
                        .listeners(listener, first)
                        .cancellationToken(enough)
                        .build());
    }

    private LauncherDiscoveryRequest plan(List<DiscoverySelector> selectors) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameter("dojo.seed", Long.toString(request.seed()))
                .configurationParameter("dojo.answers", request.answers())
                .build();
    }

    /** Whatever has nothing below it: a test, or a method that is known to be several only while it runs. */
    private static List<String> lastFirst(TestPlan tests) {
        List<String> ids = new ArrayList<>();
        tests.getRoots()
                .forEach(root -> tests.getDescendants(root).stream()
                        .filter(test -> tests.getChildren(test).isEmpty())
                        .map(TestIdentifier::getUniqueId)
                        .forEach(ids::add));
        Collections.reverse(ids);
        return ids;
    }

    private List<DiscoverySelector> selectors(ClassLoader classes) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (String name : request.checks()) {
            selectors.add(DiscoverySelectors.selectClass(classes, name));
        }
        return selectors;
    }
}
