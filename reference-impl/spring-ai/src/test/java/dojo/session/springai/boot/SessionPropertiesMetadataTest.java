package dojo.session.springai.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an IDE is told about the properties, held against the properties. */
class SessionPropertiesMetadataTest {
    static Stream<RecordComponent> properties() {
        return Arrays.stream(SessionProperties.class.getRecordComponents());
    }

    @ParameterizedTest
    @MethodSource("properties")
    void every_property_is_described_with_its_type_and_its_usual_value(RecordComponent property) throws IOException {
        JsonNode described = described(property.getName());

        assertThat(described.path("type").asString())
                .isEqualTo(ClassUtils.resolvePrimitiveIfNecessary(property.getType())
                        .getName());
        assertThat(described.path("description").asString()).endsWith(".");
        Optional<String> usual = Optional.ofNullable(parameter(property).getAnnotation(DefaultValue.class))
                .map(value -> value.value()[0]);
        assertThat(described.path("defaultValue").asString("")).isEqualTo(usual.orElse(""));
    }

    @Test
    void nothing_else_is_described() throws IOException {
        assertThat(metadata().path("properties")).hasSize((int) properties().count());
    }

    private static Parameter parameter(RecordComponent property) {
        return Arrays.stream(SessionProperties.class.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(property.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode described(String property) throws IOException {
        for (JsonNode described : metadata().path("properties")) {
            if (described.path("name").asString().equals("dojo.session." + property)) {
                return described;
            }
        }
        throw new AssertionError("dojo.session." + property + " is not described");
    }

    private static JsonNode metadata() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                SessionProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            return JsonMapper.builder().build().readTree(in);
        }
    }
}
