package dojo.session.springai.boot;

import dojo.session.SessionMemory;
import dojo.session.dynamo.EventLog;
import dojo.session.dynamo.MemorySettings;
import dojo.session.dynamo.SessionRegister;
import dojo.session.springai.SessionEventRepository;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.ai.session.SessionRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A repository for the sessions of Spring AI's community, where its artifact is there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SessionRepository.class)
class SessionEventConfiguration {
    @Bean
    @ConditionalOnMissingBean(SessionRepository.class)
    SessionEventRepository sessionEventRepository(
            SessionMemory memory,
            DynamoDbClient client,
            SessionProperties properties,
            ObjectProvider<InstantSource> clocks) {
        MemorySettings settings = MemorySettings.usual().clock(clocks.getIfUnique(Clock::systemUTC));
        String table = properties.checkedTable();
        return SessionEventRepository.over(
                memory,
                EventLog.on(client, table, settings),
                SessionRegister.on(client, table, SessionEventRepository.REGISTER, settings),
                settings.clock());
    }
}
