package dojo.workbench.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule is held against the whole house, against a count of what it saw, and against a class that breaks it. */
class HouseRulesTest {
    /** Near the real number, so that a rule cannot pass by looking at an empty folder. Raise it as the house grows. */
    private static final int CLASSES_AT_LEAST = 400;

    private static final int SESSION_CLASSES_AT_LEAST = 35;

    @TempDir
    Path temp;

    @Test
    void every_package_is_null_marked() throws Exception {
        refuses(
                HouseRules.PACKAGES_ARE_NULL_MARKED,
                "dojo.lab.seed",
                Map.of("dojo/lab/seed/Unmarked.java", "package dojo.lab.seed; class Unmarked {}"));
        holds(HouseRules.PACKAGES_ARE_NULL_MARKED);
    }

    @Test
    void packages_have_no_cycles() throws Exception {
        refuses(
                HouseRules.PACKAGES_HAVE_NO_CYCLES,
                "Cycle detected",
                Map.of(
                        "dojo/hen/Hen.java", "package dojo.hen; public class Hen { dojo.egg.Egg lays; }",
                        "dojo/egg/Egg.java", "package dojo.egg; public class Egg { dojo.hen.Hen becomes; }"));
        holds(HouseRules.PACKAGES_HAVE_NO_CYCLES);
    }

    @Test
    void only_the_screen_prints() throws Exception {
        for (String line : List.of(
                "System.out.println(1);",
                "var to = System.err; to.flush();",
                "new Error().printStackTrace();",
                "java.util.function.Consumer<Error> later = Error::printStackTrace;",
                "System.console().flush();",
                "new java.io.FileOutputStream(java.io.FileDescriptor.out);",
                "Runnable later = () -> System.out.println(2);",
                "List.of(3).forEach(System.out::println);")) {
            String source = "package dojo.lab; import java.util.List; class Chatty { void say() { " + line + " } }";
            refuses(HouseRules.ONLY_SCREEN_PRINTS, "Chatty", Map.of("dojo/lab/Chatty.java", source));
        }
        holds(HouseRules.ONLY_SCREEN_PRINTS);
    }

    @Test
    void the_session_vocabulary_knows_no_aws() throws Exception {
        refuses(
                HouseRules.THE_SESSION_VOCABULARY_KNOWS_NO_AWS,
                "AttributeValue",
                Map.of(
                        "dojo/session/Leaky.java",
                        "package dojo.session; class Leaky {"
                                + " software.amazon.awssdk.services.dynamodb.model.AttributeValue raw; }"));
        holds(HouseRules.THE_SESSION_VOCABULARY_KNOWS_NO_AWS);
        JavaClasses vocabulary = ClassFolders.all().that(resideInAPackage("dojo.session"));
        assertThat(vocabulary.size()).as("classes of dojo.session").isGreaterThanOrEqualTo(SESSION_CLASSES_AT_LEAST);
    }

    @Test
    void junit_stays_where_checks_run() throws Exception {
        refuses(
                HouseRules.JUNIT_STAYS_WHERE_CHECKS_RUN,
                "org.junit.jupiter.api.Test",
                Map.of(
                        "dojo/workbench/check/Astray.java",
                        "package dojo.workbench.check; class Astray { @org.junit.jupiter.api.Test void check() {} }"));
        holds(HouseRules.JUNIT_STAYS_WHERE_CHECKS_RUN);
    }

    @Test
    void an_honest_class_is_refused_by_no_rule() throws Exception {
        JavaClasses honest = compiled(Map.of(
                "dojo/session/package-info.java",
                "@org.jspecify.annotations.NullMarked package dojo.session;",
                "dojo/session/Honest.java",
                "package dojo.session; record Honest(String out) {"
                        + " void tell(java.io.PrintWriter to) { new Error().printStackTrace(to); } }"));
        for (ArchRule rule : List.of(
                HouseRules.PACKAGES_ARE_NULL_MARKED,
                HouseRules.PACKAGES_HAVE_NO_CYCLES,
                HouseRules.ONLY_SCREEN_PRINTS,
                HouseRules.THE_SESSION_VOCABULARY_KNOWS_NO_AWS,
                HouseRules.JUNIT_STAYS_WHERE_CHECKS_RUN)) {
            assertThat(rule.allowEmptyShould(true)
                            .evaluate(honest)
                            .getFailureReport()
                            .getDetails())
                    .as(rule.getDescription())
                    .isEmpty();
        }
    }

    private static void holds(ArchRule rule) {
        JavaClasses house = ClassFolders.all();
        assertThat(house.size())
                .as("classes seen by: " + rule.getDescription())
                .isGreaterThanOrEqualTo(CLASSES_AT_LEAST);
        rule.allowEmptyShould(true).check(house);
    }

    private void refuses(ArchRule rule, String word, Map<String, String> sources) throws Exception {
        assertThat(rule.allowEmptyShould(true)
                        .evaluate(compiled(sources))
                        .getFailureReport()
                        .getDetails())
                .as(rule.getDescription() + ", seeded with " + sources)
                .anySatisfy(line -> assertThat(line).contains(word));
    }

    private JavaClasses compiled(Map<String, String> sources) throws Exception {
        Path folder = Files.createTempDirectory(temp, "seed");
        List<String> arguments = new ArrayList<>(List.of("-d", folder.toString(), "-proc:none"));
        for (var source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as("the seed compiles: " + sources).isZero();
        return new ClassFileImporter().importPath(folder);
    }
}
