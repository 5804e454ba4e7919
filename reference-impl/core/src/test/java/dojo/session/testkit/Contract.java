package dojo.session.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Behaviours that belong together.
 *
 * <p>Each behaviour takes a subject of its own and uses sessions or conversations that no other has used, so the
 * subjects may share one store. Thread-safe.
 */
public final class Contract<S extends Subject> {
    private final List<Behaviour<S>> behaviours;

    private Contract(List<Behaviour<S>> behaviours) {
        this.behaviours = List.copyOf(behaviours);
        if (names().size() != behaviours.size()) {
            throw new IllegalArgumentException("Two behaviours have one name, got "
                    + behaviours.stream().map(Behaviour::name).toList() + ": a name must tell which one rejects.");
        }
    }

    static <S extends Subject> Contract<S> of(Stream<Behaviour<S>> behaviours) {
        return new Contract<>(behaviours.toList());
    }

    /** The sentences of the contract, in their order. */
    public Set<String> names() {
        return behaviours.stream().map(Behaviour::name).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** One test for each behaviour, named by its sentence; JUnit reports what a subject does not claim as skipped. */
    public Stream<DynamicTest> tests(Supplier<? extends S> subjects) {
        return behaviours.stream()
                .map(behaviour -> DynamicTest.dynamicTest(behaviour.name(), () -> {
                    S subject = subjects.get();
                    behaviour.skipped(subject).ifPresent(Assumptions::abort);
                    behaviour.check().on(subject);
                }));
    }

    /** The verdict on each behaviour by its name; throws nothing, so that subjects which should fail can be judged. */
    public Map<String, Verdict> judge(Supplier<? extends S> subjects) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        behaviours.forEach(behaviour -> verdicts.put(behaviour.name(), judge(behaviour, subjects.get())));
        return verdicts;
    }

    /** The names of the behaviours that the subject does not show. */
    public Set<String> broken(Supplier<? extends S> subjects) {
        return judge(subjects).entrySet().stream()
                .filter(verdict -> verdict.getValue() instanceof Verdict.Broken)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static <S extends Subject> Verdict judge(Behaviour<S> behaviour, S subject) {
        var skipped = behaviour.skipped(subject);
        if (skipped.isPresent()) {
            return new Verdict.Skipped(skipped.get());
        }
        try {
            behaviour.check().on(subject);
            return new Verdict.Kept();
        } catch (Exception | AssertionError broken) {
            return new Verdict.Broken(broken);
        }
    }
}
