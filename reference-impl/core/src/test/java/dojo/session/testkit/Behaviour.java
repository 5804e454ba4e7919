package dojo.session.testkit;

import java.util.List;
import java.util.Optional;

/**
 * One thing a subject must do.
 *
 * @param name a sentence, by which a broken subject is rejected
 * @param needs what the subject must claim for the behaviour to be tried
 */
public record Behaviour<S extends Subject>(String name, List<Claim> needs, Check<S> check) {
    public Behaviour {
        needs = List.copyOf(needs);
    }

    static <S extends Subject> Behaviour<S> of(String name, Check<S> check) {
        return new Behaviour<>(name, List.of(), check);
    }

    Behaviour<S> needing(Claim... claims) {
        return new Behaviour<>(name, List.of(claims), check);
    }

    /** Why this behaviour cannot be tried on the subject, if it cannot. */
    Optional<String> skipped(S subject) {
        return needs.stream()
                .filter(claim -> !subject.claims().contains(claim))
                .findFirst()
                .map(claim -> "Skipped: the subject " + claim.missing() + ".");
    }
}
