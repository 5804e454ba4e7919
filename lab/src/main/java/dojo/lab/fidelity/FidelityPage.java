package dojo.lab.fidelity;

import dojo.lab.law.Fidelity.Level;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The claims of the lab as a page, for a terminal and for the book. */
public final class FidelityPage {

    private static final int WIDTH = 100;
    private static final int MARGIN = 16;

    private FidelityPage() {}

    /** Plain text, at most {@value #WIDTH} columns wide but for addresses. */
    public static String text(Claims claims) {
        StringBuilder text =
                new StringBuilder("How faithful the lab is to the real service.\n" + summary(claims) + ".\n");
        claims.byLaw().forEach((law, ofLaw) -> {
            text.append('\n').append(law).append('\n');
            ofLaw.forEach(claim -> entry(text, claim));
        });
        return text.toString();
    }

    /** A chapter in AsciiDoc, with a table for each law. */
    public static String chapter(Claims claims) {
        StringBuilder text = new StringBuilder(summary(claims) + ".\n");
        claims.byLaw().forEach((law, ofLaw) -> {
            text.append("\n[#fidelity-").append(law).append("]\n=== ").append(title(law));
            text.append("\n\n[cols=\"1,4,1\",options=\"header\"]\n|===\n|Level |What the lab does |Source\n");
            ofLaw.forEach(claim -> row(text, claim));
            text.append("|===\n");
        });
        return text.toString();
    }

    private static String summary(Claims claims) {
        return Arrays.stream(Level.values())
                .map(level -> {
                    long count = claims.all().stream()
                            .filter(claim -> claim.level() == level)
                            .count();
                    return Claim.inWords(level) + ": " + count;
                })
                .collect(Collectors.joining(", ", "Claims ", ""));
    }

    private static void entry(StringBuilder text, Claim claim) {
        String indent = " ".repeat(MARGIN);
        StringBuilder line = new StringBuilder("  " + claim.levelInWords());
        line.append(" ".repeat(MARGIN - line.length()));
        for (String word : List.of(claim.says().split(" "))) {
            if (line.length() + word.length() > WIDTH) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        text.append(line.toString().stripTrailing()).append('\n');
        if (!claim.source().isEmpty()) {
            text.append(indent).append(claim.source()).append('\n');
        }
    }

    private static void row(StringBuilder text, Claim claim) {
        text.append("\n|").append(claim.levelInWords());
        text.append("\n|").append(verbatim(claim.says()));
        text.append("\n|").append(claim.source().isEmpty() ? "" : claim.source() + "[" + host(claim.source()) + "]");
        text.append('\n');
    }

    /** A sentence may hold any sign: nothing in it is markup. */
    private static String verbatim(String sentence) {
        return "pass:c[" + sentence.replace("]", "\\]").replace("|", "\\|") + "]";
    }

    private static String host(String address) {
        return address.replaceFirst("https?://", "").replaceFirst("/.*", "");
    }

    private static String title(String law) {
        return Character.toUpperCase(law.charAt(0)) + law.substring(1);
    }
}
