package dojo.workbench.golf;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Progress;
import dojo.workbench.screen.Tone;

/** How a bill compares with par, by money and then by requests. */
public enum Standing {
    UNDER("under par", Tone.GOOD),
    PAR("par", Tone.GOOD),
    OVER("over par", Tone.NOTE);

    private final String words;
    private final Tone tone;

    Standing(String words, Tone tone) {
        this.words = words;
        this.tone = tone;
    }

    public static Standing of(Bill bill, Bill par) {
        int order = Progress.BY_PRICE.compare(bill, par);
        return order < 0 ? UNDER : order == 0 ? PAR : OVER;
    }

    public String words() {
        return words;
    }

    Tone tone() {
        return tone;
    }
}
