package dojo.lab.law;

import java.time.Instant;

/**
 * One thing that a law decided, and why.
 *
 * @param call the number of the call it was decided for; 0 if for none
 * @param at when, by the clock of the lab
 * @param law which law
 * @param words why, in a sentence
 */
public record TraceLine(long call, Instant at, String law, String words) {

    @Override
    public String toString() {
        return at + (call == 0 ? " " : " #" + call + " ") + law + ": " + words;
    }
}
