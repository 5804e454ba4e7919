package dojo.lab.laws;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of several names was meant. */
public final class Nearest {
    private Nearest() {}

    /** The closest candidate, if any is close: a part of the name, or a few letters wrong. */
    public static Optional<String> of(String typed, List<String> candidates) {
        String wanted = plain(typed);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(candidate -> distance(wanted, plain(candidate)) <= allowed(candidate))
                .min(Comparator.comparingInt(candidate -> distance(wanted, plain(candidate))))
                .or(() -> candidates.stream()
                        .filter(candidate ->
                                wanted.length() >= 3 && plain(candidate).contains(wanted))
                        .findFirst());
    }

    /** Two letters in the wrong order count as two wrong letters. */
    private static int allowed(String candidate) {
        return candidate.length() < 4 ? 1 : Math.max(2, candidate.length() / 3);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /** Letters to add, drop or change to get from one to the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
