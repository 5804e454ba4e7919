package dojo.lab.laws;

import dojo.lab.law.Contradicting;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Meaning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of a law that there is not, with every type that settings can have. */
record Everything(
        @Fidelity(level = Level.DOCUMENTED, says = "A bucket leaks.", source = "https://example.org/buckets")
        double leakRate,

        int buckets,
        long mostBytes,
        boolean lidded,
        @Meaning("How long it takes.") Duration settleTime,
        String label,
        Colour colour,
        Optional<Double> chance,
        Optional<Long> limit,
        Optional<Duration> pause,
        Optional<String> note,
        Optional<Colour> second,
        List<Duration> steps,
        List<String> names,
        List<Hole> holes)
        implements Contradicting {

    enum Colour {
        RED,
        SKY_BLUE
    }

    /** A part of a whole. */
    record Hole(String place, double width, Optional<Integer> count, List<Long> marks) {
        Hole {
            marks = List.copyOf(marks);
            if (!(width > 0)) {
                throw new IllegalArgumentException("width is " + width + ". Give a number above 0.");
            }
        }
    }

    Everything {
        steps = List.copyOf(steps);
        names = List.copyOf(names);
        holes = List.copyOf(holes);
        if (leakRate < 0) {
            throw new IllegalArgumentException("leak-rate is " + leakRate + ". Give a number from 0.");
        }
        if (settleTime.isNegative()) {
            throw new IllegalArgumentException("The settle time is " + settleTime + ". Give one from 0.");
        }
        if (buckets > mostBytes) {
            throw new IllegalArgumentException("There are more buckets than most-bytes allows. Take fewer.");
        }
    }

    public static Everything real() {
        return new Everything(
                0.25,
                3,
                1L << 40,
                true,
                Duration.ofMillis(20),
                "plain",
                Colour.RED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(Duration.ofSeconds(1)),
                List.of(),
                List.of(new Hole("bottom", 1, Optional.empty(), List.of())));
    }

    @Override
    public List<String> contradictions(List<Record> others) {
        boolean small = others.stream().anyMatch(other -> other instanceof Small few && few.size() == 0);
        return small && lidded ? List.of("A lid needs a size: set lidded to false, or size above 0.") : List.of();
    }

    /** Settings of another law. */
    record Small(int size) {
        public static Small real() {
            return new Small(1);
        }
    }

    /** Settings that have nothing to fall back on. */
    record Strict(int size) {}
}
