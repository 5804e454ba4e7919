package dojo.book;

import java.util.ArrayList;
import java.util.List;

/** Lets no answer claim a number, or that something is so always, never or only, without evidence beside it. */
final class ClaimGate {

    private ClaimGate() {}

    static List<Problem> judge(QuestionBank bank) {
        List<Problem> problems = new ArrayList<>();
        for (Question question : bank.questions()) {
            for (Claims.Claim claim : Claims.of(question)) {
                if (claim.evidence().isEmpty()) {
                    problems.add(Problem.in(
                            claim.file(),
                            "%s claims \"%s\" without evidence: %s"
                                    .formatted(claim.section(), claim.reason(), claim.sentence()),
                            "print an exhibit's value or a fact in its paragraph, cite an exhibit, or link the page"));
                }
            }
        }
        return problems;
    }

    /** Every claim with what stands behind it; those with nothing come first, and the list of them must be empty. */
    static String report(QuestionBank bank) {
        List<Claims.Claim> claims = bank.questions().stream()
                .flatMap(question -> Claims.of(question).stream())
                .toList();
        List<Claims.Claim> bare =
                claims.stream().filter(claim -> claim.evidence().isEmpty()).toList();
        var text = new StringBuilder(
                "Claims in openers and answers: %d. Without evidence: %d.%n".formatted(claims.size(), bare.size()));
        bare.forEach(claim -> line(text, claim));
        text.append("\nWith evidence:\n");
        claims.stream().filter(claim -> claim.evidence().isPresent()).forEach(claim -> line(text, claim));
        return text.toString();
    }

    private static void line(StringBuilder text, Claims.Claim claim) {
        text.append("%s, %s: [%s] %s <- %s%n"
                .formatted(
                        claim.file().getFileName(),
                        claim.section(),
                        claim.reason(),
                        claim.sentence(),
                        claim.evidence().orElse("nothing")));
    }
}
