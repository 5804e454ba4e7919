package dojo.book.fact;

import dojo.lab.Fidelities;
import dojo.lab.bill.Prices;
import dojo.lab.law.Fidelity.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All named numbers: those the lab computes with, the prices, and the table of limits that no law needs.
 *
 * <p>A row of the table is {@code name | number unit | address | a sentence.}; a line {@code read 2026-11-22} dates the
 * rows below it. The number is the first in its field, the rest is the unit.
 */
public final class Facts {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern AMOUNT = Pattern.compile("([\\d,]+(?:\\.\\d+)?) (\\S.*)");
    private static final Pattern READ = Pattern.compile("read (\\d{4}-\\d{2}-\\d{2})");

    private final Map<String, Fact> byName = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private Facts() {}

    /** The numbers of the lab, the prices, and the rows of a table; every unsound row is a problem. */
    public static Facts of(List<String> table) {
        var facts = new Facts();
        Fidelities.facts().forEach(fact -> facts.add(ofTheLab(fact), 0));
        Prices prices = Prices.onDemand();
        facts.add(price("price.write", prices.millionWriteUnits(), "write", prices), 0);
        facts.add(price("price.read", prices.millionReadUnits(), "read", prices), 0);
        facts.read(table);
        return facts;
    }

    /** Not one; the lab is not looked at. */
    public static Facts none() {
        return new Facts();
    }

    /** The fact of this name. */
    public Optional<Fact> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, by name. */
    public Collection<Fact> all() {
        return byName.values();
    }

    /** What is wrong with the table, each with the number of its line. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private void read(List<String> table) {
        String date = "";
        for (int i = 0; i < table.size(); i++) {
            String line = table.get(i).strip();
            Matcher read = READ.matcher(line);
            if (read.matches()) {
                date = read.group(1);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                row(line, date, i + 1);
            }
        }
    }

    private void row(String line, String date, int number) {
        String[] parts = line.split("\\s*\\|\\s*", -1);
        if (parts.length != 4 || date.isEmpty()) {
            problems.add(number + ": \"" + line + "\" is no fact; write: name | number unit | address | sentence."
                    + " below a line: read 2026-11-22");
            return;
        }
        Matcher amount = AMOUNT.matcher(parts[1]);
        if (!NAME.matcher(parts[0]).matches() || !amount.matches()) {
            problems.add(number + ": \"" + parts[0] + " | " + parts[1] + "\" is no name and number with a unit");
        } else if (!parts[2].startsWith("https://") || !parts[3].endsWith(".")) {
            problems.add(
                    number + ": " + parts[0] + " lacks the address of its page, or a sentence that ends with a dot");
        } else {
            double value = Double.parseDouble(amount.group(1).replace(",", ""));
            var fact = new Fact(parts[0], value, amount.group(2), parts[3], Fact.Basis.DOCUMENTED, parts[2], date);
            add(fact, number);
        }
    }

    /** The lab may know a number too: then the table must agree, or one of the two is out of date. */
    private void add(Fact fact, int line) {
        Fact known = byName.putIfAbsent(fact.name(), fact);
        if (known != null && (line == 0 || known.number() != fact.number())) {
            problems.add(line + ": " + fact.name() + " is " + fact.text() + " here and " + known.text() + " already");
        }
    }

    private static Fact ofTheLab(dojo.lab.fidelity.Fact fact) {
        return new Fact(fact.name(), fact.number(), fact.unit(), fact.says(), basis(fact.level()), fact.source(), "");
    }

    private static Fact.Basis basis(Level level) {
        return switch (level) {
            case DOCUMENTED -> Fact.Basis.DOCUMENTED;
            case PAPER -> Fact.Basis.PAPER;
            case OUR_MODEL, NOT_MODELLED -> Fact.Basis.MODEL;
        };
    }

    private static Fact price(String name, double dollars, String kind, Prices prices) {
        String says = "A million %s request units on demand, %s, %s table class."
                .formatted(kind, prices.region(), prices.tableClass());
        return new Fact(
                name,
                dollars,
                "dollars a million",
                says,
                Fact.Basis.DOCUMENTED,
                prices.source(),
                prices.asOf().toString());
    }
}
