package dojo.session.springai.boot;

import dojo.session.Conversations;
import dojo.session.SessionMemory;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.dynamo.SessionRegister;
import dojo.session.dynamo.SessionTable;
import dojo.session.springai.SessionChatMemory;
import dojo.session.springai.SessionChatMemoryRepository;
import dojo.session.table.ClientSettings;
import dojo.session.table.Preflight;
import dojo.session.table.SessionClients;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.ChatMemoryRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/**
 * Gives an application a chat memory on DynamoDB, from properties under {@code dojo.session}.
 *
 * <p>Every bean steps back for one of the application's own. Comes before Spring AI's own choice of a memory, which
 * loses all conversations with the process. The client is closed with the application.
 */
@AutoConfiguration(
        beforeName = "org.springframework.ai.model.chat.memory.autoconfigure.ChatMemoryAutoConfiguration",
        afterName = "io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration")
@ConditionalOnClass({ChatMemory.class, DynamoDbClient.class})
@ConditionalOnProperty(prefix = SessionProperties.PREFIX, name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(SessionProperties.class)
@Import(SessionEventConfiguration.class)
public class SessionMemoryAutoConfiguration {

    /** A client with the timeouts and retries that suit somebody who waits for an answer; no request yet. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    DynamoDbClient dojoSessionDynamoDbClient(SessionProperties properties) {
        ClientSettings settings = ClientSettings.interactive();
        DynamoDbClientBuilder builder = properties
                .checkedEndpoint()
                .map(endpoint -> SessionClients.sync(settings, endpoint))
                .orElseGet(() -> SessionClients.sync(settings));
        properties.checkedRegion().ifPresent(builder::region);
        return builder.build();
    }

    /** The memory on the table; the table is looked at first, as {@code dojo.session.preflight} says. */
    @Bean
    @ConditionalOnMissingBean
    SessionMemory sessionMemory(
            DynamoDbClient client, SessionProperties properties, ObjectProvider<InstantSource> clocks) {
        InstantSource clock = clocks.getIfUnique(Clock::systemUTC);
        String table = properties.checkedTable();
        if (properties.preflight() == SessionProperties.Preflight.CREATE) {
            createIfMissing(client, table);
        }
        if (properties.preflight() != SessionProperties.Preflight.NONE) {
            Preflight.of(client, table).on(clock).orThrow();
        }
        return DynamoSessionMemory.on(client, table, clock);
    }

    /** Conversations that live as long as the properties say. */
    @Bean
    @ConditionalOnMissingBean
    Conversations conversations(SessionMemory memory, SessionProperties properties) {
        return Conversations.in(memory, properties.checkedLifetime(), properties.checkedIdle());
    }

    /** Adds each message with one write; not made if {@code dojo.session.memory} is {@code window}. */
    @Bean
    @ConditionalOnMissingBean(ChatMemory.class)
    @ConditionalOnProperty(
            prefix = SessionProperties.PREFIX,
            name = "memory",
            havingValue = "append",
            matchIfMissing = true)
    SessionChatMemory sessionChatMemory(Conversations conversations, SessionProperties properties) {
        return SessionChatMemory.over(conversations, properties.checkedWindow());
    }

    /** Our repository, for Spring AI's own memories. */
    @Bean
    @ConditionalOnMissingBean(ChatMemoryRepository.class)
    SessionChatMemoryRepository sessionChatMemoryRepository(
            SessionMemory memory,
            DynamoDbClient client,
            SessionProperties properties,
            ObjectProvider<InstantSource> clocks) {
        MemorySettings settings = MemorySettings.usual().clock(clocks.getIfUnique(Clock::systemUTC));
        SessionRegister register =
                SessionRegister.on(client, properties.checkedTable(), SessionChatMemoryRepository.REGISTER, settings);
        return SessionChatMemoryRepository.over(memory, register, properties.checkedLifetime(), settings.clock());
    }

    private static void createIfMissing(DynamoDbClient client, String table) {
        try {
            SessionTable.create(client, table);
        } catch (ResourceInUseException there) {
            // Somebody made it before us; whether it is the right one is looked at next.
        }
    }
}
