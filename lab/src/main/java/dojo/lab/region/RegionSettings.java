package dojo.lab.region;

import dojo.lab.conflict.ConflictSettings;
import dojo.lab.expiry.ExpirySettings;
import dojo.lab.law.Contradicting;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Meaning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which Regions a lab has, and how far apart they are.
 *
 * @param members the Regions, the home Region first
 * @param tables which tables are global: those that a request makes so, or all
 * @param mode the consistency of the tables that are global because all are; a request states its own
 * @param shortestLag the time that no change takes less than from one Region to another
 * @param usualLag the time within which 95 of 100 changes arrive
 * @param strongWriteLatency how much longer a write to a strongly consistent table takes
 * @param strongReadLatency how much longer a strongly consistent read of such a table takes
 */
public record RegionSettings(
        @Meaning("The Regions, the home Region first.") List<Member> members,

        @Meaning("Which tables are global: those that a request makes so, or all from their creation on.")
        Tables tables,

        @Meaning("What the Regions of a table promise each other, if all tables are global.")
        Mode mode,

        @Fidelity(
                level = Level.OUR_MODEL,
                says = "A change takes a tenth of a second or longer to another Region; the service names no"
                        + " lower bound.")
        Duration shortestLag,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "With eventual consistency a change is usually in the other Regions within a second.",
                source = RegionSettings.HOW_IT_WORKS)
        @Fidelity(
                level = Level.OUR_MODEL,
                says =
                        "95 of 100 changes arrive in another Region within the usual lag, and the others take longer with an"
                                + " exponential tail; each item is on its way by itself.")
        Duration usualLag,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "With strong consistency writes take longer, since another Region must have them before"
                        + " they are acknowledged.",
                source = RegionSettings.HOW_IT_WORKS)
        @Fidelity(level = Level.OUR_MODEL, says = "Writes with strong consistency take 150 ms longer.")
        Duration strongWriteLatency,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "With strong consistency strongly consistent reads take longer.",
                source = RegionSettings.HOW_IT_WORKS)
        @Fidelity(
                level = Level.OUR_MODEL,
                says = "Strongly consistent reads of a strongly consistent table take 100 ms longer.")
        Duration strongReadLatency)
        implements Contradicting {

    static final String HOW_IT_WORKS =
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html";

    /** The share of changes that take the usual lag at most. */
    private static final double USUALLY = 0.95;

    /** One Region. */
    public record Member(
            @Meaning("Its name, such as us-east-1.") String region,

            @Meaning("Holds the items, or only has a say in strongly consistent writes.")
            Role role) {}

    /** What a Region is there for. */
    public enum Role {
        /** Holds the items, and serves them. */
        REPLICA,
        /** Has a say in what is written to strongly consistent tables, and serves nothing. */
        WITNESS
    }

    /** Which tables are global. */
    public enum Tables {
        /** Those to which an UpdateTable adds a replica. */
        ASKED,
        /** Every table, from its creation on. */
        ALL
    }

    /** What the Regions of a table promise each other. */
    public enum Mode {
        /** Each answers by itself and tells the others later: multi-Region eventual consistency (MREC). */
        EVENTUAL,
        /** A majority has each write before it is acknowledged: multi-Region strong consistency (MRSC). */
        STRONG
    }

    public RegionSettings {
        members = List.copyOf(members);
        Settings.check(members, tables, mode);
        Settings.notNegative("The shortest lag", shortestLag);
        Settings.notNegative("The latency of strong writes", strongWriteLatency);
        Settings.notNegative("The latency of strong reads", strongReadLatency);
        if (usualLag.compareTo(shortestLag) < 0) {
            throw new IllegalArgumentException("The usual lag is " + usualLag + ", and the shortest lag " + shortestLag
                    + ", which is longer. Make the usual lag the longer one.");
        }
    }

    /** These Regions, the home Region first; tables are global when a request makes them so. */
    public static RegionSettings of(String... regions) {
        return new RegionSettings(
                List.of(regions).stream()
                        .map(region -> new Member(region, Role.REPLICA))
                        .toList(),
                Tables.ASKED,
                Mode.EVENTUAL,
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofMillis(150),
                Duration.ofMillis(100));
    }

    /** Three Regions as the documentation describes them. */
    public static RegionSettings real() {
        return of("us-east-1", "us-west-2", "eu-west-1");
    }

    /** Three Regions with every table in each, and a lag to be noticed: usually within ten seconds. */
    public static RegionSettings chaos() {
        return real().allTables(Mode.EVENTUAL).lag(Duration.ofMillis(500), Duration.ofSeconds(10));
    }

    /** The same, with every table global from its creation on. */
    public RegionSettings allTables(Mode consistency) {
        return new RegionSettings(
                members, Tables.ALL, consistency, shortestLag, usualLag, strongWriteLatency, strongReadLatency);
    }

    /** The same with another lag; twice the same duration makes every change take exactly that. */
    public RegionSettings lag(Duration shortest, Duration usual) {
        return new RegionSettings(members, tables, mode, shortest, usual, strongWriteLatency, strongReadLatency);
    }

    @Override
    @Fidelity(
            level = Level.DOCUMENTED,
            says = "Tables with multi-Region strong consistency have neither time to live nor transactions.",
            source = RegionSettings.HOW_IT_WORKS)
    public List<String> contradictions(List<Record> others) {
        if (tables == Tables.ASKED || mode == Mode.EVENTUAL) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        if (others.stream().anyMatch(ExpirySettings.class::isInstance)) {
            found.add(forbidden("no time to live", "expiry"));
        }
        if (others.stream().anyMatch(ConflictSettings.class::isInstance)) {
            found.add(forbidden("no transactions", "conflicts"));
        }
        return found;
    }

    private static String forbidden(String what, String law) {
        return "Strongly consistent tables have " + what + ", and all tables are strongly consistent. Leave the law of "
                + law + " out, or make the mode of the Regions eventual.";
    }

    /** The names of the Regions, the home Region first. */
    public List<String> names() {
        return members.stream().map(Member::region).toList();
    }

    /** The place of a Region in the list; of two writes at the same instant, that of the Region listed first wins. */
    int rank(String region) {
        return names().indexOf(region);
    }

    /** The names of the Regions that hold items if all tables are global. */
    Set<String> replicas() {
        Set<String> names = new LinkedHashSet<>();
        members.stream().filter(member -> member.role() == Role.REPLICA).forEach(member -> names.add(member.region()));
        return names;
    }

    /** How long a change takes that rolled so: the shortest lag, and an exponential share on top of it. */
    Duration lag(double roll) {
        double scale = usualLag.minus(shortestLag).toNanos() / -Math.log(1 - USUALLY);
        return shortestLag.plusNanos((long) (-Math.log(1 - roll) * scale));
    }
}
