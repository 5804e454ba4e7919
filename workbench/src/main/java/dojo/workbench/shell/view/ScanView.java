package dojo.workbench.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.bill.Bill;
import dojo.lab.bill.Prices;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Money;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;

/** What a Scan is going to cost, said before it runs. Pure. */
public final class ScanView {
    private static final double SECONDS_A_MONTH = 30 * 86_400;

    private ScanView() {}

    public static List<Line> warning(JsonNode scan, int width) {
        long pages = scan.path("pages").asLong();
        Bill bill = new Bill((int) pages, scan.path("readUnits").asDouble(), 0);
        long items = scan.path("items").asLong();
        var lines = new ArrayList<Line>();
        lines.addAll(
                Line.of(Tone.NOTE, "A Scan reads all of " + scan.path("table").asText() + ": ")
                        .and(Sizes.number(items) + (items == 1 ? " item, " : " items, ")
                                + Sizes.bytes(scan.path("bytes").asLong()) + ", in "
                                + Sizes.number(pages) + (pages == 1 ? " request." : " requests."))
                        .wrap(width, 2));
        String month = Money.dollars(Prices.onDemand().of(bill) * SECONDS_A_MONTH);
        lines.addAll(Line.of("It will cost ")
                .and(Tone.TITLE, Sizes.units(bill.readUnits()) + (bill.readUnits() == 1 ? " read unit" : " read units"))
                .and(", half of what strongly consistent reads cost: " + Money.aMillion(bill)
                        + " per million such calls; called once a second, about " + month + " a month.")
                .wrap(width, 2));
        lines.addAll(Line.of("A filter would not make it cheaper: what is read is paid, not what is returned.")
                .wrap(width, 2));
        if (scan.path("old").asBoolean()) {
            lines.addAll(Line.of(Tone.NOTE, "The size is DynamoDB's own count, which is up to six hours old.")
                    .wrap(width, 2));
        }
        lines.addAll(Line.of(Tone.QUIET, Money.basis()).wrap(width, 2));
        return lines;
    }
}
