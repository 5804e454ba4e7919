package dojo.workbench.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compiled classes of the modules that obey the house rules, found as folders: the workbench depends on few of them. */
final class ClassFolders {
    private static final List<String> MODULES = List.of(
            "lab",
            "reference-impl/core",
            "reference-impl/spring-ai",
            "reference-impl/langchain4j",
            "reference-impl/lambda",
            "docs",
            "workbench");

    private static @Nullable JavaClasses seen;

    private ClassFolders() {}

    /** All of them; a module that this build left out skips the test, except where everything must have been built. */
    static synchronized JavaClasses all() {
        List<Path> folders = MODULES.stream()
                .map(Checkout.REPOSITORY_ROOT::resolve)
                .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                .map(module -> module.resolve("target/classes"))
                .toList();
        for (Path folder : folders) {
            String sentence = folder + " is missing: ./mvnw verify in the root folder builds every module";
            if ("true".equals(System.getenv("CI")))
                assertThat(folder).as(sentence).isDirectory();
            assumeTrue(Files.isDirectory(folder), sentence);
        }
        if (seen == null) seen = new ClassFileImporter().importPaths(folders);
        return seen;
    }
}
