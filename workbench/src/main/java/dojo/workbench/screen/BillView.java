package dojo.workbench.screen;

import dojo.lab.bill.Bill;
import java.util.List;
import java.util.Locale;

/** A bill in words, alone or against par. */
public final class BillView {
    private BillView() {}

    /** Three rows: what it cost, what the best known answer costs, and by how much it is over. */
    public static List<Line> againstPar(Bill bill, Bill par) {
        return List.of(
                row("requests", bill.requests(), par.requests(), "%.0f"),
                row("read units", bill.readUnits(), par.readUnits(), "%.1f"),
                row("write units", bill.writeUnits(), par.writeUnits(), "%.1f"));
    }

    /** One line without a comparison: {@code 1 request · 0.5 read units · 0 write units}. */
    public static Line oneLine(Bill bill) {
        return Line.of(
                Tone.QUIET,
                count(bill.requests(), "request") + " · " + count(bill.readUnits(), "read unit") + " · "
                        + count(bill.writeUnits(), "write unit"));
    }

    private static String count(double units, String name) {
        return units(units) + " " + name + (units == 1 ? "" : "s");
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

    private static String units(double units) {
        return units == Math.rint(units) ? number("%.0f", units) : number("%.1f", units);
    }
}
