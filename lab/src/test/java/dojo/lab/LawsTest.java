package dojo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.expiry.ExpirySettings;
import dojo.lab.fault.Fault;
import dojo.lab.fault.FaultRule;
import dojo.lab.fault.FaultSettings;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Meaning;
import dojo.lab.laws.LawsFile;
import dojo.lab.laws.Section;
import dojo.lab.region.RegionSettings;
import dojo.lab.region.RegionSettings.Member;
import dojo.lab.region.RegionSettings.Mode;
import dojo.lab.region.RegionSettings.Role;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

class LawsTest {

    @Test
    void every_law_can_be_real_and_chaotic() {
        for (Section section : LawBook.sections()) {
            assertThat(section.real()).as(section.name()).isPresent();
            assertThat(section.chaos()).as(section.name()).isPresent();
        }
        assertThat(Laws.real().settings()).hasSameSizeAs(LawBook.sections());
        assertThat(Laws.chaos().settings()).hasSameSizeAs(LawBook.sections());
        assertThat(Laws.off().settings()).isEmpty();
    }

    @Test
    void a_law_is_switched_by_its_name() {
        Laws laws = Laws.off().with("expiry").with("capacity").with("expiry");

        assertThat(laws.settings()).hasSize(2);
        assertThat(laws.holds("capacity")).isTrue();
        assertThat(laws.without("expiry").holds("expiry")).isFalse();
        assertThat(Laws.chaos().with("faults")).isEqualTo(Laws.chaos());
        assertThatThrownBy(() -> Laws.off().with("expirey"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Did you mean expiry?");
    }

    @Test
    void every_key_says_what_it_means() {
        List<String> silent = new ArrayList<>();
        LawBook.sections().forEach(section -> silent.addAll(silent(section.settings())));

        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "real", "chaos"})
    void printed_laws_are_read_back_equal(String name) {
        Laws laws = Laws.named(name).seed(42);

        assertThat(Laws.parse(laws.print(), "printed")).isEqualTo(laws);
        LawBook.sections().forEach(section -> assertThat(laws.print()).contains("[" + section.name() + "]"));
    }

    @Test
    void laws_set_in_any_way_are_read_back_equal() {
        int tried = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            for (Section section : LawBook.sections()) {
                Optional<Record> settings = shaken(section.real().orElseThrow(), random);
                if (settings.isPresent()) {
                    LawsFile file = new LawsFile(seed, List.of(settings.get()));
                    List<Section> only = List.of(section);
                    assertThat(LawsFile.parse(file.print(only), "printed", 1, only))
                            .isEqualTo(file);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "real", "chaos"})
    void a_lab_opens_under_each_of_the_named_laws(String name) {
        assertThat(Laws.named(name).contradictions()).isEmpty();
        try (Lab lab = Lab.under(Laws.named(name))) {
            // Faults strike what they like; what is done backstage meets none.
            ListTablesResponse tables = lab.backstage().listTables();
            assertThat(tables.tableNames()).isEmpty();
        }
    }

    @Test
    void the_order_in_which_laws_are_set_makes_no_difference() {
        FaultSettings faults = FaultSettings.of(FaultRule.of(Fault.SLOW));

        assertThat(Laws.off().with(faults).with(ExpirySettings.real()))
                .isEqualTo(Laws.off().with(ExpirySettings.real()).with(faults));
    }

    @Test
    void faults_are_read_as_tables() {
        Laws laws = Laws.parse("""
                seed = 7

                [[faults.rules]]
                fault = "connection-reset"
                moment = "after-commit"
                operation = "PutItem"
                nth = 1

                [[faults.rules]]
                fault = "slow"
                at-least = "5 ms"
                at-most = "0.5 s"
                probability = 0.1
                """, "faults.toml");

        assertThat(laws)
                .isEqualTo(Laws.off()
                        .seed(7)
                        .with(FaultSettings.of(
                                FaultRule.lostAnswer(Fault.CONNECTION_RESET)
                                        .on("PutItem")
                                        .nth(1),
                                FaultRule.of(Fault.SLOW)
                                        .taking(Duration.ofMillis(5), Duration.ofMillis(500))
                                        .probability(0.1))));
    }

    @Test
    void mistakes_of_a_law_are_named_by_the_line_of_their_key() {
        assertThatThrownBy(() -> Laws.parse("""
                        [[faults.rules]]
                        fault = "slow"
                        nth = 0
                        probability = 0.5
                        operation = "putitem"
                        [[faults.rules]]
                        fault = "slwo"
                        """, "faults.toml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        faults.toml:3: faults.rules[1]: nth is 0, and counting starts at 1. Give a whole number from 1.
                        faults.toml:5: faults.rules[1]: No operation is called 'putitem'. Write it as the API does, such as \
                        PutItem.
                        faults.toml:7: faults.rules[2].fault is "slwo". Did you mean "slow"? Give one of \
                        "internal-server-error", "service-unavailable", "connection-reset", "no-answer", "slow", \
                        "partial-batch", "expired-iterator".""");
    }

    @Test
    void laws_that_contradict_each_other_are_refused_in_a_file_and_in_code() {
        RegionSettings strong = new RegionSettings(
                List.of(
                        new Member("us-east-1", Role.REPLICA),
                        new Member("us-east-2", Role.REPLICA),
                        new Member("us-west-2", Role.WITNESS)),
                RegionSettings.Tables.ALL,
                Mode.STRONG,
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofMillis(150),
                Duration.ofMillis(100));
        Laws both = Laws.off().with(strong).with(ExpirySettings.real());

        assertThatThrownBy(() -> Lab.under(both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Strongly consistent tables have no time to live");
        assertThatThrownBy(() -> Laws.parse(both.print(), "both.toml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s)both.toml:\\d+: Strongly consistent tables have no time to live.*");
        assertThat(both.without(ExpirySettings.class).contradictions()).isEmpty();
    }

    @Test
    void what_is_no_laws_file_is_refused_with_a_remedy(@TempDir Path folder) throws IOException {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, (byte) 0x28});
        Path wrong = Files.writeString(folder.resolve("wrong.toml"), "\n[fault]\n");
        Path right = Files.writeString(folder.resolve("right.toml"), "seed = 3\n[faults]\nrules = []\n");

        assertThatThrownBy(() -> Laws.named(folder.toString())).hasMessageEndingWith(" --print-laws made.");
        assertThatThrownBy(() -> Laws.named("rael"))
                .hasMessage("There is no file rael. Give off, real, chaos or the name of a laws file.");
        assertThatThrownBy(() -> Laws.named("\0")).hasMessageContaining("is no name of a file");
        assertThatThrownBy(() -> Laws.read(binary)).hasMessageEndingWith("is not a text in UTF-8. Save it as one.");
        assertThatThrownBy(() -> Laws.read(wrong))
                .hasMessage("wrong.toml:2: There is no law called fault. Did you mean [faults]?");
        assertThat(Laws.named(right.toString())).isEqualTo(Laws.off().seed(3).with(FaultSettings.none()));
    }

    @Test
    void every_example_of_the_documentation_is_a_laws_file() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "lab", "laws.adoc"), StandardCharsets.UTF_8);
        Matcher examples = Pattern.compile("\\[source,toml]\n----\n(.*?)\n----", Pattern.DOTALL)
                .matcher(page);
        int count = 0;
        while (examples.find()) {
            assertThat(Laws.parse(examples.group(1), "example").settings())
                    .as(examples.group(1))
                    .isNotEmpty();
            count++;
        }
        assertThat(count).isGreaterThanOrEqualTo(3);
    }

    private static List<String> silent(Class<?> settings) {
        List<String> silent = new ArrayList<>();
        for (RecordComponent component : settings.getRecordComponents()) {
            if (component.getAnnotation(Meaning.class) == null
                    && component.getAnnotationsByType(Fidelity.class).length == 0) {
                silent.add(settings.getSimpleName() + "." + component.getName());
            }
            if (component.getGenericType() instanceof ParameterizedType generic
                    && generic.getActualTypeArguments()[0] instanceof Class<?> inner
                    && inner.isRecord()) {
                silent.addAll(silent(inner));
            }
        }
        return silent;
    }

    /** The same settings with other numbers and times, if the law takes them. */
    private static Optional<Record> shaken(Record settings, Random random) {
        RecordComponent[] components = settings.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                values[i] = shaken(components[i].getAccessor().invoke(settings), random);
                types[i] = components[i].getType();
            }
            return Optional.of(settings.getClass().getDeclaredConstructor(types).newInstance(values));
        } catch (ReflectiveOperationException refused) {
            return Optional.empty();
        }
    }

    private static Object shaken(Object value, Random random) {
        double factor = 0.9 + random.nextDouble() / 5;
        if (value instanceof Duration time) {
            return Duration.ofNanos((long) (time.toNanos() * factor));
        }
        if (value instanceof Double number) {
            return number * factor;
        }
        if (value instanceof Long number) {
            return (long) (number * factor);
        }
        return value;
    }
}
