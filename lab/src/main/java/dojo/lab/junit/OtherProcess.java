package dojo.lab.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Another process of the same program: it has the same table, and none of the memory.
 *
 * <p>The classes of the work's package are loaded anew, so that what a static field holds here is not there. Threads, system
 * properties and files are shared all the same.
 */
public final class OtherProcess {
    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    private OtherProcess(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    /** What a process is started with. */
    public static OtherProcess with(DynamoDbClient ddb, String table, InstantSource clock) {
        return new OtherProcess(ddb, table, clock);
    }

    /**
     * What a process does; in a class of its own, without a field.
     *
     * @param <R> a type of the JDK: those of the exercise are other ones there
     */
    @FunctionalInterface
    public interface Work<R> {
        R run(DynamoDbClient ddb, String table, InstantSource clock);
    }

    /** Starts a process for this work, and waits for its result. */
    @SuppressWarnings("unchecked") // It is the same class, loaded once more.
    public <R> R does(Class<? extends Work<R>> work) {
        try {
            Constructor<?> constructor =
                    Class.forName(work.getName(), true, new Anew(work)).getDeclaredConstructor();
            constructor.setAccessible(true);
            return ((Work<R>) constructor.newInstance()).run(ddb, table, clock);
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(work + " cannot be made", thrown.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(work + " needs a constructor without parameters", e);
        }
    }

    /** Defines the classes of one package itself; the rest is shared. */
    private static final class Anew extends ClassLoader {
        private final String prefix;

        Anew(Class<?> work) {
            super(work.getClassLoader());
            prefix = work.getPackageName() + ".";
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(prefix)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (@Nullable InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
