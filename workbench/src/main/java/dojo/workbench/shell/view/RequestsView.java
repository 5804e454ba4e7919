package dojo.workbench.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.bill.Bill;
import dojo.lab.bill.Prices;
import dojo.workbench.screen.BillView;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Money;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;

/** What requests cost, one by one and in all. Pure. */
public final class RequestsView {
    private RequestsView() {}

    /** {@code 1 request · 0.5 read units · 0 write units · $0.06 per million such calls}. */
    public static Line afterSnippet(Bill bill) {
        return BillView.oneLine(bill).and(Tone.QUIET, " · " + perMillion(bill));
    }

    /** {@code 12 requests · 6 read units · 0 write units in this sitting: less than a cent}. */
    public static Line sum(Bill total, String where) {
        String money = Money.dollars(Prices.onDemand().of(total));
        return BillView.oneLine(total).and(Tone.QUIET, " " + where + (total.requests() == 0 ? "" : ": " + money));
    }

    private static String perMillion(Bill bill) {
        return bill.readUnits() == 0 && bill.writeUnits() == 0
                ? "nothing to pay"
                : Money.aMillion(bill) + (bill.requests() == 1 ? " per million such calls" : " per million such runs");
    }

    /** The answer of {@code /bill}: the latest requests since the bill was reset, their sum, and that of the sitting. */
    public static List<Line> lines(JsonNode bills, Bill total, int width) {
        var lines = new ArrayList<Line>();
        Bill since = bill(bills.path("since"));
        if (since.requests() == 0) {
            lines.addAll(Line.of("Nothing was asked yet" + (total.requests() == 0 ? "." : " since /bill reset."))
                    .wrap(width));
        }
        int hidden = since.requests() - bills.path("lines").size();
        if (hidden > 0) {
            lines.add(Line.of(Tone.QUIET, "  " + Sizes.number(hidden) + " earlier, then:"));
        }
        for (JsonNode line : bills.path("lines")) {
            Bill one = new Bill(
                    1,
                    line.path("readUnits").asDouble(),
                    line.path("writeUnits").asDouble());
            Line row = Line.of("  " + Fold.printable(line.path("text").asText()));
            boolean free = one.readUnits() == 0 && one.writeUnits() == 0;
            lines.addAll(row.and(Tone.QUIET, free ? "" : " · " + Money.aMillion(one) + " a million")
                    .wrap(width, 4));
        }
        if (since.requests() > 0) {
            lines.addAll(afterSnippet(since).wrap(width, 2));
        }
        if (!since.equals(total)) {
            lines.addAll(sum(total, "in this sitting").wrap(width, 2));
        }
        lines.addAll(Line.of(Tone.QUIET, Money.basis()).wrap(width, 2));
        return lines;
    }

    /** A bill as the process of the snippets tells it. */
    public static Bill bill(JsonNode bill) {
        return new Bill(
                bill.path("requests").asInt(),
                bill.path("readUnits").asDouble(),
                bill.path("writeUnits").asDouble());
    }
}
