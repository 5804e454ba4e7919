package dojo.session.content;

import java.util.List;
import java.util.SplittableRandom;

/** Text of a length, as a chat would have it: ordinary words, never the same sentence twice. */
public final class Prose {
    private static final List<String> WORDS =
            List.of(("the a of to and in for with on it is was that this as not but you we they"
                            + " volume series chapter author order parcel price delivery Friday tomorrow address account refund"
                            + " published translated waiting missing damaged ready available please thank could would should"
                            + " because while before after again usually perhaps certainly edition reader recommend similar story"
                            + " character ending library language original question answer between through another several")
                    .split(" "));

    private Prose() {}

    /** The same seed gives the same text; all of it is ASCII. */
    public static String of(int characters, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(characters + 20);
        while (text.length() < characters) {
            // Squared, so that some words are far more frequent than others, as in any language.
            double skewed = random.nextDouble() * random.nextDouble();
            text.append(WORDS.get((int) (skewed * WORDS.size()))).append(random.nextInt(9) == 0 ? ". " : " ");
            if (random.nextInt(12) == 0) {
                text.append(random.nextInt(100_000)).append(' ');
            }
        }
        return text.substring(0, characters);
    }
}
