package dojo.session.springai.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.WithLab;
import dojo.session.Conversations;
import dojo.session.SessionMemory;
import dojo.session.springai.SessionChatMemory;
import dojo.session.springai.SessionChatMemoryRepository;
import dojo.session.table.TableRefused;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.ChatMemoryRepository;
import org.springframework.ai.chat.memory.InMemoryChatMemoryRepository;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.model.chat.memory.autoconfigure.ChatMemoryAutoConfiguration;
import org.springframework.ai.session.Session;
import org.springframework.ai.session.SessionRepository;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
class SessionMemoryAutoConfigurationTest {
    private final String table;
    private final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(ChatMemoryAutoConfiguration.class, SessionMemoryAutoConfiguration.class));
    private final ApplicationContextRunner runner;

    SessionMemoryAutoConfigurationTest(Lab lab) {
        this.table = lab.newTableName();
        this.runner = bare.withBean(
                        "client", DynamoDbClient.class, lab::backstage, bean -> bean.setDestroyMethodName(""))
                .withPropertyValues("dojo.session.table=" + table);
    }

    @Test
    void an_application_gets_an_appending_memory_on_a_table_that_is_made_and_checked() {
        runner.withPropertyValues("dojo.session.preflight=create").run(context -> {
            assertThat(context).hasSingleBean(ChatMemory.class).hasSingleBean(ChatMemoryRepository.class);
            ChatMemory memory = context.getBean(ChatMemory.class);
            memory.add("chat-1", new UserMessage("hello"));

            assertThat(memory).isInstanceOf(SessionChatMemory.class);
            assertThat(memory.get("chat-1")).hasSize(1);
            assertThat(context.getBean(DynamoDbClient.class).listTables().tableNames())
                    .contains(table);
        });
    }

    @Test
    void the_window_of_spring_ai_stands_on_our_repository_if_wanted() {
        runner.withPropertyValues("dojo.session.preflight=create", "dojo.session.memory=window")
                .run(context -> {
                    assertThat(context.getBean(ChatMemory.class)).isInstanceOf(MessageWindowChatMemory.class);
                    context.getBean(ChatMemory.class).add("chat-1", new UserMessage("hello"));

                    assertThat(context.getBean(SessionChatMemoryRepository.class)
                                    .findConversationIds())
                            .containsExactly("chat-1");
                });
    }

    @Test
    void every_bean_steps_back_for_the_applications_own() {
        runner.withPropertyValues("dojo.session.preflight=none")
                .withBean(ChatMemoryRepository.class, InMemoryChatMemoryRepository::new)
                .withBean(
                        ChatMemory.class,
                        () -> MessageWindowChatMemory.builder().build())
                .run(context -> assertThat(context)
                        .hasSingleBean(ChatMemory.class)
                        .hasSingleBean(SessionMemory.class)
                        .hasSingleBean(Conversations.class)
                        .doesNotHaveBean(SessionChatMemory.class)
                        .doesNotHaveBean(SessionChatMemoryRepository.class));
    }

    @Test
    void sessions_of_the_community_have_a_repository_where_its_artifact_is_there() {
        runner.withPropertyValues("dojo.session.preflight=create").run(context -> {
            SessionRepository repository = context.getBean(SessionRepository.class);
            repository.save(Session.builder().id("s-1").userId("alice").build());

            assertThat(repository.findByUserId("alice")).extracting(Session::id).containsExactly("s-1");
        });
        runner.withPropertyValues("dojo.session.preflight=none")
                .withClassLoader(new FilteredClassLoader(SessionRepository.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(SessionChatMemory.class)
                        .doesNotHaveBean("sessionEventRepository"));
    }

    @Test
    void it_can_be_switched_off_and_is_off_without_the_sdk() {
        bare.withPropertyValues("dojo.session.enabled=false")
                .run(context -> assertThat(context)
                        .doesNotHaveBean(SessionMemory.class)
                        .hasSingleBean(InMemoryChatMemoryRepository.class));
        bare.withClassLoader(new FilteredClassLoader(DynamoDbClient.class))
                .run(context -> assertThat(context)
                        .doesNotHaveBean("sessionMemory")
                        .hasSingleBean(InMemoryChatMemoryRepository.class));
    }

    @Test
    void a_client_is_made_from_the_properties_and_closed_with_the_application() {
        bare.withPropertyValues(
                        "dojo.session.preflight=none",
                        "dojo.session.region=eu-central-1",
                        "dojo.session.endpoint=http://localhost:8000")
                .run(context -> {
                    var configuration = context.getBean(DynamoDbClient.class).serviceClientConfiguration();
                    assertThat(configuration.region()).hasToString("eu-central-1");
                    assertThat(configuration.endpointOverride()).hasToString("Optional[http://localhost:8000]");
                });
    }

    @Test
    void a_table_that_is_missing_keeps_the_application_from_starting() {
        runner.run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining(table)
                .hasMessageContaining("TABLE_MISSING"));
    }

    @ParameterizedTest
    @CsvSource({
        "window, 0, 1 to 10",
        "window, 20000, ask for what fits",
        "tokens, 0, leave it out",
        "lifetime, 0s, 1 second",
        "lifetime, 4000d, 3",
        "idle, 0s, 1 second",
        "idle, 31d, lifetime",
        "table, a, 3 to 255",
        "table, my table, 3 to 255",
        "endpoint, localhost:8000, http://localhost:8000",
        "region, Europe, us-east-1"
    })
    void a_value_that_cannot_work_is_named_with_what_to_do(String property, String value, String remedy) {
        String name = "dojo.session." + property;
        bare.withPropertyValues("dojo.session.preflight=none", "dojo.session.region=us-east-1", name + "=" + value)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, invalid -> {
                            assertThat(invalid.getName()).isEqualTo(name);
                            assertThat(Objects.requireNonNull(invalid.getValue()))
                                    .isNotNull();
                            assertThat(invalid.getReason()).contains(remedy);
                        }));
    }

    @Test
    void a_word_that_is_none_of_the_choices_fails_with_its_name() {
        for (String choice : List.of("memory", "preflight")) {
            bare.withPropertyValues("dojo.session." + choice + "=maybe")
                    .run(context ->
                            assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("maybe"));
        }
    }
}
