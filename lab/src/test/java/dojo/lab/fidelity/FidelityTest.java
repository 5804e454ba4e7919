package dojo.lab.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Fidelities;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the code claims about the service, and that it keeps no number to itself. */
class FidelityTest {

    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, long.class, double.class, float.class, short.class, Duration.class);

    /** The packages of laws that are built on numbers of the service. */
    private static final Set<String> LAWS =
            Set.of("capacity", "conflict", "expiry", "fault", "pace", "region", "replication", "stream");

    @Test
    void what_is_documented_or_published_names_its_page() {
        for (Claim claim : Fidelities.claims().all()) {
            if (claim.level() == Level.DOCUMENTED || claim.level() == Level.PAPER) {
                assertThat(URI.create(claim.source()))
                        .as(claim.toString())
                        .hasScheme("https")
                        .satisfies(address -> assertThat(address.getHost()).contains("."));
            }
        }
    }

    @Test
    void a_claim_is_a_sentence_that_stands_alone() {
        for (Claim claim : Fidelities.claims().all()) {
            assertThat(claim.says())
                    .as(claim.where())
                    .matches("[A-Z0-9].*\\.")
                    .doesNotContain("  ", "`", "\n")
                    .doesNotMatch("(They|It|This|These|That) .*");
        }
    }

    @Test
    void every_law_makes_claims_and_says_what_it_leaves_out() {
        Map<String, List<Claim>> byLaw = Fidelities.claims().byLaw();

        assertThat(byLaw)
                .containsKeys("pace", "faults", "capacity", "conflicts", "regions", "expiry", "streams", "replication");
        for (String law : List.of("faults", "capacity", "conflicts", "regions", "expiry", "streams", "replication")) {
            assertThat(byLaw.get(law)).as(law).extracting(Claim::level).contains(Level.OUR_MODEL, Level.NOT_MODELLED);
        }
    }

    @Test
    void a_claim_stands_once_in_its_law() {
        Fidelities.claims()
                .byLaw()
                .forEach((law, claims) ->
                        assertThat(claims).as(law).extracting(Claim::says).doesNotHaveDuplicates());
    }

    @Test
    void a_label_is_found_wherever_it_can_stand() {
        List<String> says = Fidelities.claims().all().stream().map(Claim::says).toList();

        // On a class, a component of a record, a constant of an enum, a private constant and a method, in this order.
        assertThat(says)
                .contains(
                        "Faults that last, such as an Availability Zone that is away for minutes; set and clear rules instead.",
                        "After a 500 on a write, the write may have succeeded or failed.",
                        "A shard iterator expires 15 minutes after it was given out.",
                        "Half of a partial batch is handed back unless a rule says otherwise.",
                        "The service promises that of 10,000 requests at most one fails with a 500 or 503; ours fails rarer.");
    }

    @Test
    void every_number_of_a_law_is_a_claim_or_is_known_to_be_none() {
        Set<String> unlabelled = new TreeSet<>();
        for (Class<?> type : LabClasses.all()) {
            String name = type.getName().substring("dojo.lab.".length());
            if (LAWS.contains(name.replaceFirst("\\..*", ""))) {
                unlabelled.addAll(unlabelledNumbers(type, name));
            }
        }

        // A number that says something about the service gets a label; one that does not joins the list, with a reason.
        Set<String> known = NoClaims.NUMBERS.keySet();
        assertThat(unlabelled.stream().filter(number -> !known.contains(number)))
                .as("neither labelled nor listed")
                .isEmpty();
        assertThat(known.stream().filter(number -> !unlabelled.contains(number)))
                .as("listed, but labelled or gone")
                .isEmpty();
    }

    @Test
    void the_page_for_the_terminal_fits_and_names_every_claim() {
        String text = Fidelities.text();

        List<String> wide = text.lines()
                .filter(line -> line.length() > 100 && !line.strip().startsWith("https://"))
                .toList();
        assertThat(wide).isEmpty();
        String flat = text.replaceAll("\\s+", " ");
        Fidelities.claims().all().forEach(claim -> assertThat(flat).contains(claim.says()));
        assertThat(flat).contains("documented A partition serves at most 3,000 read units a second");
    }

    @Test
    void the_chapter_has_a_section_for_each_law_and_a_row_for_each_claim() {
        Claims claims = Fidelities.claims();

        List<String> lines = Fidelities.chapter().lines().toList();

        assertThat(lines.stream().filter(line -> line.startsWith("=== ")))
                .hasSameSizeAs(claims.byLaw().keySet());
        assertThat(lines.stream().filter(line -> line.startsWith("|pass:c["))).hasSameSizeAs(claims.all());
        assertThat(lines).contains("[#fidelity-faults]", "=== Faults");
    }

    @Test
    void signs_that_are_markup_elsewhere_are_none_in_a_row() {
        Claim odd = new Claim("law", Level.OUR_MODEL, "A | and a ] and *stars*.", "", "x");

        assertThat(FidelityPage.chapter(new Claims(Map.of("law", List.of(odd)))))
                .contains("|pass:c[A \\| and a \\] and *stars*.]");
    }

    private static List<String> unlabelledNumbers(Class<?> type, String name) {
        List<String> found = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            boolean constant = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
            if (constant
                    && !field.isSynthetic()
                    && NUMBERS.contains(field.getType())
                    && !field.getName().equals("serialVersionUID")
                    && field.getAnnotationsByType(Fidelity.class).length == 0) {
                found.add(name + "." + field.getName());
            }
        }
        return found;
    }
}
