package dojo.workbench.screen;

import dojo.lab.bill.Bill;
import dojo.workbench.check.Spent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A bill in words, alone or against par, and what it would come to. Pure. */
public final class BillView {
    private BillView() {}

    /** Three rows (what it cost, what the best known answer costs, by how much it is over), and what that means. */
    public static List<Line> againstPar(Bill bill, Bill par, int width) {
        var lines = new ArrayList<Line>();
        lines.addAll(row("requests", bill.requests(), par.requests(), "%.0f").wrap(width, 13));
        lines.addAll(
                row("read units", bill.readUnits(), par.readUnits(), "%.1f").wrap(width, 13));
        lines.addAll(
                row("write units", bill.writeUnits(), par.writeUnits(), "%.1f").wrap(width, 13));
        Line meaning = meaning(bill);
        if (!Money.aDay(bill).equals(Money.aDay(par))) {
            meaning = meaning.and(Tone.QUIET, " (par: " + Money.aDay(par) + ")");
        }
        lines.addAll(meaning.indent(2).wrap(width, 2));
        return lines;
    }

    /** The same, and the line that spent most of it. */
    public static List<Line> againstPar(Bill bill, Bill par, List<Spent> byLine, Path root, int width) {
        var lines = new ArrayList<>(againstPar(bill, par, width));
        byLine.stream()
                .findFirst()
                .flatMap(dearest -> spender(dearest, bill, root))
                .ifPresent(line -> lines.addAll(line.indent(2).wrap(width, 2)));
        return lines;
    }

    /** {@code CatchUp.java:24 spent 49.5 of them}: of the units in the sentence before. */
    private static Optional<Line> spender(Spent dearest, Bill all, Path root) {
        Bill spent = dearest.bill();
        boolean nothing = spent.readUnits() == 0 && spent.writeUnits() == 0;
        if (nothing || dearest.where().isEmpty()) {
            return Optional.empty();
        }
        boolean everything = spent.readUnits() == all.readUnits() && spent.writeUnits() == all.writeUnits();
        boolean oneKind = all.readUnits() == 0 || all.writeUnits() == 0;
        String share = oneKind ? number(spent.readUnits() + spent.writeUnits()) : units(spent);
        String name = dearest.shortly().orElseThrow();
        return Optional.of(Line.EMPTY
                .link(Tone.CODE, name, PathLink.to(root, dearest.where().orElseThrow()))
                .and(everything ? " spent it all" : " spent " + share + " of them"));
    }

    /** One line without a comparison: {@code 1 request · 0.5 read units · 0 write units}. */
    public static Line oneLine(Bill bill) {
        return Line.of(
                Tone.QUIET,
                count(bill.requests(), "request") + " · " + count(bill.readUnits(), "read unit") + " · "
                        + count(bill.writeUnits(), "write unit"));
    }

    /** What a bill means: {@code 50 read units; at 1,000 calls a second about $540 a day}. */
    public static Line meaning(Bill bill) {
        if (bill.readUnits() == 0 && bill.writeUnits() == 0) {
            return Line.of("no units; nothing to pay");
        }
        return Line.of(units(bill) + "; at 1,000 calls a second about " + Money.aDay(bill) + " a day");
    }

    /** The units that there are: {@code 2 read units and 1 write unit}. */
    public static String units(Bill bill) {
        String reads = count(bill.readUnits(), "read unit");
        String writes = count(bill.writeUnits(), "write unit");
        if (bill.writeUnits() == 0) {
            return bill.readUnits() == 0 ? "no units" : reads;
        }
        return bill.readUnits() == 0 ? writes : reads + " and " + writes;
    }

    /** Halves as {@code 0.5}, whole numbers without a point: {@code 12,500}. */
    public static String number(double units) {
        return number(units == Math.rint(units) ? "%,.0f" : "%,.1f", units);
    }

    private static String count(double units, String name) {
        return number(units) + " " + name + (units == 1 ? "" : "s");
    }

    private static Line row(String what, double yours, double par, String format) {
        boolean over = yours > par;
        Line line = Line.of("  " + pad(what))
                .and(over ? Tone.BAD : Tone.PLAIN, String.format(Locale.ROOT, "%7s", number(format, yours)))
                .and(Tone.QUIET, " (par " + number(format, par) + ")");
        return over ? line.and(Tone.BAD, " " + number(format, yours - par) + " over") : line;
    }

    private static String pad(String what) {
        return String.format(Locale.ROOT, "%-11s", what);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
