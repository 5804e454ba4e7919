package dojo.workbench.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Files for editors, which no editor read here: what can be known of them without one. */
class EditorFilesTest {
    /** Properties of the specification of development containers that make sense for an image. */
    private static final Set<String> KNOWN = Set.of(
            "name",
            "image",
            "features",
            "containerEnv",
            "remoteEnv",
            "remoteUser",
            "forwardPorts",
            "hostRequirements",
            "onCreateCommand",
            "postCreateCommand",
            "customizations");

    @Test
    void the_container_has_known_properties_and_a_pinned_image_with_a_jdk() throws IOException {
        JsonNode container = read(".devcontainer/devcontainer.json");
        Set<String> names = new TreeSet<>();
        container.fieldNames().forEachRemaining(names::add);
        assertThat(KNOWN).containsAll(names);
        assertThat(container.path("image").asText())
                .matches("mcr\\.microsoft\\.com/devcontainers/java:\\d+\\.\\d+\\.\\d+-(17|21|25)-\\w+");
        assertThat(container.path("postCreateCommand").get(0).asText()).isEqualTo("./dojo");
    }

    @Test
    void checkout_and_workspace_recommend_the_same_to_vs_code() throws IOException {
        String templates = "workbench/src/main/resources/dojo/workbench/workspace/vscode-";
        for (String file : List.of("extensions.json", "settings.json")) {
            assertThat(read(".vscode/" + file)).isEqualTo(read(templates + file));
        }
        assertThat(read(".vscode/extensions.json").path("recommendations"))
                .isEqualTo(read(".devcontainer/devcontainer.json").at("/customizations/vscode/extensions"));
    }

    private static JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(Checkout.REPOSITORY_ROOT.resolve(file)));
    }
}
