package dojo.workbench.shell.child;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.door.LabClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How the class {@code World} of an exercise sets the scene: {@code fill} stores items, off the bill; {@code LAWS}, a text
 * in the form of a laws file, says what holds; and {@code traffic} sends requests under these laws, each once.
 */
final class World implements AutoCloseable {
    private final URLClassLoader loader;
    private final Class<?> world;

    private World(URLClassLoader loader, Class<?> world) {
        this.loader = loader;
        this.world = world;
    }

    static World of(Path classes, String name) {
        try {
            var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, World.class.getClassLoader());
            return new World(loader, loader.loadClass(name));
        } catch (ReflectiveOperationException | MalformedURLException e) {
            throw new IllegalStateException("Cannot load " + name + ": " + e, e);
        }
    }

    /** Under which laws the exercise plays; empty if it names none. */
    Optional<Laws> laws() {
        try {
            return Optional.of(Laws.parse(
                    String.valueOf(world.getField("LAWS").get(null)), "the laws of " + world.getSimpleName()));
        } catch (NoSuchFieldException none) {
            return Optional.empty();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read " + world.getName() + ".LAWS: " + e, e);
        }
    }

    /** Makes a table, fills it, and lets the traffic run; returns its name. */
    String set(Ground ground) {
        String table = Tables.create(ground);
        Lab lab = ground.lab();
        invoke("fill", new Class<?>[] {DynamoDbClient.class, String.class}, lab.backstage(), table);
        Ledger.Mark before = ground.ledger().mark();
        Consumer<Duration> pass = lab.clock()::advance;
        DynamoDbClient once = LabClients.items(lab.httpClient(), AwsRetryStrategy.doNotRetry());
        invoke("traffic", new Class<?>[] {DynamoDbClient.class, String.class, Consumer.class}, once, table, pass);
        ground.ledger().forgive(before);
        return table;
    }

    private void invoke(String name, Class<?>[] types, Object... operands) {
        try {
            Method method = world.getMethod(name, types);
            method.invoke(null, operands);
        } catch (NoSuchMethodException none) {
            // A world has what it needs.
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(world.getName() + "." + name + " failed: " + e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot run " + world.getName() + "." + name + ": " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
