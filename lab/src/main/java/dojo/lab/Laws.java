package dojo.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which laws hold in a lab, how they are set, and the seed of all chance in them.
 *
 * @param seed same seed, same workload, same outcome
 * @param settings the settings of each law that holds, at most one of a kind
 */
public record Laws(long seed, List<Record> settings) {

    public Laws {
        settings = List.copyOf(settings);
    }

    /** No law at all: DynamoDB Local as it is, with a bill. */
    public static Laws off() {
        return new Laws(1, List.of());
    }

    /** The same laws under another seed. */
    public Laws seed(long other) {
        return new Laws(other, settings);
    }

    /** These laws, and one more or one set differently. */
    public Laws with(Record law) {
        List<Record> all = new ArrayList<>(without(law.getClass()).settings);
        all.add(law);
        return new Laws(seed, all);
    }

    /** These laws except one. */
    public Laws without(Class<? extends Record> law) {
        return new Laws(
                seed, settings.stream().filter(other -> !law.isInstance(other)).toList());
    }

    /** How this law is set, if it holds. */
    public <S extends Record> Optional<S> get(Class<S> law) {
        return settings.stream().filter(law::isInstance).map(law::cast).findFirst();
    }
}
