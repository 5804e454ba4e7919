package dojo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.expiry.ExpirySettings;
import dojo.lab.fault.Fault;
import dojo.lab.fault.FaultLaw;
import dojo.lab.fault.FaultRule;
import dojo.lab.fault.FaultSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The README's example of a lab in Java, run, and held against the README. */
class ReadmeExampleTest {

    @Test
    void the_example_runs() {
        try (Lab lab = Lab.under(Laws.off()
                .with(ExpirySettings.real())
                .with(FaultSettings.none())
                .seed(42))) {
            Instant start = lab.clock().instant();
            lab.law(FaultLaw.class)
                    .inject(FaultRule.lostAnswer(Fault.CONNECTION_RESET)
                            .on("PutItem")
                            .nth(1));
            DynamoDbClient ddb = lab.client();
            lab.clock().advance(Duration.ofDays(2));

            assertThat(ddb.listTables().tableNames()).isEmpty();
            assertThat(lab.clock().instant()).isEqualTo(start.plus(Duration.ofDays(2)));
        }
    }

    @Test
    void the_readme_shows_what_runs() throws IOException {
        String here = squeezed(Files.readString(Path.of("src/test/java/dojo/lab/ReadmeExampleTest.java")));
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "README.md")));

        assertThat(block.find()).isTrue();
        List<String> statements = List.of(block.group(1).replaceAll("//.*", "").split("[;{}]\\s*")).stream()
                .map(ReadmeExampleTest::squeezed)
                .filter(statement -> !statement.isEmpty())
                .toList();
        assertThat(statements)
                .hasSize(4)
                .allSatisfy(statement -> assertThat(here).contains(statement));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
