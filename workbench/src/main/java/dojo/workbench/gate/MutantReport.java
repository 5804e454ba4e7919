package dojo.workbench.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What became of all mutants, as a page of the documentation: the same for everybody, so without times. */
public final class MutantReport {

    private static final String HEAD = """
            // Written by: ./dojo gate --mutants --output docs/mutants.adoc
            = What the checks would notice

            Every answer is run again and again, each time with one mistake in its requests: a forgotten condition or filter, a
            border that is off by one, a forgotten part of a key condition, the other order, another limit, a continuation key
            or left-overs ignored, an eventually consistent read, a forgotten member of a transaction or a batch, a forgotten
            action of an update, milliseconds for seconds, a new request token, a missing index key, a swallowed exception. The
            checks of the exercise must reject at least 80 % of them. The others are listed here with the reason why not,
            which stands in `solutions/src/survivors`: _equivalent_ ones change nothing that anybody could see and do not
            count, _accepted_ ones count.

            """;

    private MutantReport() {}

    /** The page. */
    public static String of(List<Mutated> all) {
        List<String> lines = new ArrayList<>();
        lines.add("[cols=\"3,1,1,1,1\",options=\"header\"]");
        lines.add("|===");
        lines.add("| Exercise >| Mutants >| Rejected >| Accepted >| Equivalent");
        all.forEach(one -> lines.add(row(one)));
        lines.add("");
        lines.add(row(
                "all",
                sum(all, Mutated::made),
                sum(all, Mutated::rejected),
                sum(all, MutantReport::accepted),
                sum(all, MutantReport::equivalent)));
        lines.add("|===");
        for (Mutated one : all) {
            if (!one.survivors().isEmpty()) {
                lines.add("");
                lines.add("== " + one.exercise());
                lines.add("");
                one.survivors().forEach(survivor -> lines.add("* " + item(survivor)));
            }
        }
        return HEAD + lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(Mutated one) {
        return one.fates().isEmpty()
                ? "| " + one.exercise() + " 4+| no requests of its own"
                : row(one.exercise(), one.made(), one.rejected(), accepted(one), equivalent(one));
    }

    private static String row(String name, long made, long rejected, long accepted, long equivalent) {
        return "| " + name + " >| " + made + " >| " + rejected + " >| " + accepted + " >| " + equivalent;
    }

    private static long accepted(Mutated one) {
        return one.survivors().size() - equivalent(one);
    }

    private static long equivalent(Mutated one) {
        return one.survivors().stream().filter(Mutated.Survivor::changesNothing).count();
    }

    private static long sum(List<Mutated> all, ToLongFunction<Mutated> number) {
        return all.stream().mapToLong(number).sum();
    }

    private static String item(Mutated.Survivor survivor) {
        return "`+" + survivor.name() + "+` +\n"
                + survivor.reason().map(Survivors.Reason::toString).orElse("not justified");
    }
}
