package dojo.workbench.check;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/**
 * A javac that remembers the classes it has read, as JShell has one for its snippets: four fifths of the compilation of a
 * small file is reading the same class files as a second ago.
 *
 * <p>The JDK does not promise this class to programs, so it is looked for, and who finds none does without. What it remembers
 * is never asked again: give it the same file manager each time, and a class path on which nothing changes. An error that it
 * reports may come from what it remembers; only its success is to be believed. One thread at a time.
 */
final class RememberingJavac {
    private static final String PACKAGE = "com.sun.tools.javac.api.";

    private final Object pool;
    private final Method getTask;
    private final Class<?> worker;

    private RememberingJavac(Object pool, Method getTask, Class<?> worker) {
        this.pool = pool;
        this.getTask = getTask;
        this.worker = worker;
    }

    /** One that remembers nothing yet; empty where this JDK, or the way this process was started, does not let us. */
    static Optional<RememberingJavac> find() {
        try {
            Class<?> type = Class.forName(PACKAGE + "JavacTaskPool");
            Class<?> worker = Class.forName(PACKAGE + "JavacTaskPool$Worker");
            Constructor<?> constructor = type.getConstructor(int.class);
            Method getTask = type.getMethod(
                    "getTask",
                    Writer.class,
                    JavaFileManager.class,
                    DiagnosticListener.class,
                    Iterable.class,
                    Iterable.class,
                    Iterable.class,
                    worker);
            return Optional.of(new RememberingJavac(constructor.newInstance(1), getTask, worker));
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Does the work with a compilation of these sources; the task is of no use afterwards. */
    <T> T compile(
            JavaFileManager files,
            DiagnosticListener<JavaFileObject> said,
            List<String> options,
            List<? extends JavaFileObject> sources,
            Work<T> work)
            throws IOException {
        Outcome<T> outcome = new Outcome<>();
        Object doing =
                Proxy.newProxyInstance(worker.getClassLoader(), new Class<?>[] {worker}, (self, method, given) -> {
                    outcome.value = Optional.of(work.on((JavacTask) given[0]));
                    return null;
                });
        try {
            getTask.invoke(pool, Writer.nullWriter(), files, said, options, null, sources, doing);
            return outcome.value.orElseThrow();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw unwrapped(e.getCause() == null ? e : e.getCause());
        }
    }

    private static IOException unwrapped(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return thrown instanceof IOException failed ? failed : new IOException(thrown);
    }

    /** What is done with a compilation. */
    @FunctionalInterface
    interface Work<T> {
        T on(JavacTask task) throws IOException;
    }

    private static final class Outcome<T> {
        private Optional<T> value = Optional.empty();
    }
}
