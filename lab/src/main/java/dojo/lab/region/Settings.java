package dojo.lab.region;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.region.RegionSettings.Member;
import dojo.lab.region.RegionSettings.Mode;
import dojo.lab.region.RegionSettings.Role;
import dojo.lab.region.RegionSettings.Tables;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Says what is wrong with settings of Regions. */
final class Settings {

    /** How many Regions a strongly consistent table has. */
    @Fidelity(
            level = Level.DOCUMENTED,
            says =
                    "A table with multi-Region strong consistency has exactly three Regions, of which one may be a witness.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html",
            fact = "mrsc.regions",
            unit = "Regions")
    static final int STRONG_MEMBERS = 3;

    private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");

    private Settings() {}

    static void check(List<Member> members, Tables tables, Mode mode) {
        List<String> names = members.stream().map(Member::region).toList();
        for (String name : names) {
            if (!REGION.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "'" + name + "' is no name of a Region. Write it like us-east-1 or eu-west-1.");
            }
        }
        if (names.size() < 2 || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("The Regions are " + names
                    + ". Name two or more different ones, or leave the settings out for a lab with one Region.");
        }
        long witnesses =
                members.stream().filter(member -> member.role() == Role.WITNESS).count();
        boolean strong = tables == Tables.ALL && mode == Mode.STRONG;
        if (witnesses > 0 && !strong) {
            throw new IllegalArgumentException("A witness is for strongly consistent tables, and not all tables are."
                    + " Set tables to ALL and mode to STRONG, or make every Region a replica.");
        }
        if (strong && (members.size() != STRONG_MEMBERS || witnesses > 1)) {
            throw new IllegalArgumentException("Strongly consistent tables need exactly three Regions, three replicas"
                    + " or two and a witness; there are " + members.size() + " Regions, " + witnesses
                    + " of them witnesses.");
        }
        if (members.get(0).role() == Role.WITNESS) {
            throw new IllegalArgumentException(
                    "The home Region " + names.get(0) + " is a witness, which serves nothing. List a replica first.");
        }
    }

    static void notNegative(String what, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(what + " is " + value + ". Give a duration of zero or more.");
        }
    }
}
