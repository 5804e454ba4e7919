package dojo.session.springai.boot;

import dojo.session.NewSession;
import dojo.session.Window;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import software.amazon.awssdk.regions.Region;

/**
 * What an application may say about its chat memory; every property has a value to start with. Immutable.
 *
 * <p>A value that cannot work keeps the application from starting, with the property, the value and what to do.
 *
 * @param enabled whether any bean is made
 * @param table the table, which must exist unless {@code preflight} creates it
 * @param endpoint the address of a DynamoDB to use instead of AWS, for example {@code http://localhost:8000}
 * @param region the Region; unless given, the one that the AWS SDK finds
 * @param window how many of the latest messages a model is shown
 * @param tokens how many tokens these may take together; no limit unless given
 * @param lifetime when a conversation ends, counted from its first message
 * @param idle after which silence a conversation ends earlier; a lifetime's unless given
 * @param memory which of Spring AI's memories speaks to the table
 * @param preflight what to do about the table at start
 */
@ConfigurationProperties(SessionProperties.PREFIX)
public record SessionProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("dojo-sessions") String table,
        @Nullable URI endpoint,
        @Nullable String region,
        @DefaultValue("20") int window,
        @Nullable Integer tokens,
        @DefaultValue("30d") Duration lifetime,
        @Nullable Duration idle,
        @DefaultValue("append") Memory memory,
        @DefaultValue("check") Preflight preflight) {
    static final String PREFIX = "dojo.session";

    /** Which memory a {@code ChatClient} finds. */
    public enum Memory {
        /** Ours, which adds a message with one write. */
        APPEND,
        /** Spring AI's own window over our repository, which replaces the list for each message. */
        WINDOW
    }

    /** What to do about the table when the application starts. */
    public enum Preflight {
        /** Nothing, not even a request. */
        NONE,
        /** Refuse to start unless the table is there and has the right shape. */
        CHECK,
        /** Make the table if there is none, then check it: for tests and development. */
        CREATE
    }

    Window checkedWindow() {
        Window latest = told("window", window, () -> Window.latest(window));
        Integer budget = tokens;
        return budget == null ? latest : told("tokens", budget, () -> latest.within(budget));
    }

    Duration checkedLifetime() {
        return told("lifetime", lifetime, () -> NewSession.of("any").lasting(lifetime))
                .lifetime();
    }

    Duration checkedIdle() {
        Duration life = checkedLifetime();
        Duration silence = idle;
        return silence == null
                ? life
                : told("idle", silence, () -> NewSession.of("any").lasting(life).idleFor(silence))
                        .idle();
    }

    String checkedTable() {
        if (!table.matches("[a-zA-Z0-9_.-]{3,255}")) {
            throw invalid("table", table, "A name has 3 to 255 characters of a-z, A-Z, 0-9, '_', '-' and '.'.");
        }
        return table;
    }

    Optional<URI> checkedEndpoint() {
        if (endpoint != null
                && (endpoint.getHost() == null || !endpoint.getScheme().startsWith("http"))) {
            throw invalid(
                    "endpoint",
                    endpoint,
                    "This is no address: give one like http://localhost:8000, or leave it out to use AWS.");
        }
        return Optional.ofNullable(endpoint);
    }

    Optional<Region> checkedRegion() {
        String name = region;
        if (name != null && !name.matches("[a-z]{2}(-[a-z]+)+-\\d+")) {
            throw invalid("region", name, "Give the name of a Region, as us-east-1, or leave it out.");
        }
        return Optional.ofNullable(name).map(Region::of);
    }

    private static <T> T told(String name, Object value, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (IllegalArgumentException refused) {
            throw invalid(name, value, String.valueOf(refused.getMessage()));
        }
    }

    private static InvalidConfigurationPropertyValueException invalid(String name, Object value, String reason) {
        return new InvalidConfigurationPropertyValueException(PREFIX + "." + name, value, reason);
    }
}
