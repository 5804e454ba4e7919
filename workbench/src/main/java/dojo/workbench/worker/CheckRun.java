package dojo.workbench.worker;

import dojo.lab.Lab;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the checks of one submission on one lab, through the JUnit Launcher. */
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

    private CheckRun() {}

    static void of(RunRequest request, Lab lab, CheckListener listener) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader classes = new URLClassLoader(urls(request), CheckRun.class.getClassLoader())) {
            thread.setContextClassLoader(classes);
            run(request, lab, listener, classes);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] urls(RunRequest request) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path folder : request.classes()) {
            urls.add(folder.toUri().toURL());
        }
        return urls.toArray(new URL[0]);
    }

    private static void run(RunRequest request, Lab lab, CheckListener listener, ClassLoader classes) {
        var frames = new LearnerFrames(request.packageName(), request.learner());
        lab.meter().askedBy(new AskingLine(frames, Thread.currentThread()));
        try (LauncherSession session = LauncherFactory.openSession(CONFIG)) {
            session.getStore().put(Namespace.create("dojo.lab"), "lab", lab);
            LauncherDiscoveryRequest all = plan(request, selectors(request, classes));
            if (!request.backwards()) {
                session.getLauncher().execute(all, listener);
                return;
            }
            for (String test : lastFirst(session.getLauncher().discover(all))) {
                session.getLauncher()
                        .execute(plan(request, List.of(DiscoverySelectors.selectUniqueId(test))), listener);
            }
        }
    }

    private static LauncherDiscoveryRequest plan(RunRequest request, List<DiscoverySelector> selectors) {
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

    private static List<DiscoverySelector> selectors(RunRequest request, ClassLoader classes) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (String name : request.checks()) {
            selectors.add(DiscoverySelectors.selectClass(classes, name));
        }
        return selectors;
    }
}
