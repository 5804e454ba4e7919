package dojo.lab;

import dojo.lab.door.Backroom.Question;
import dojo.lab.fault.FaultLaw;
import dojo.lab.law.Law;
import dojo.lab.region.Regions;
import dojo.lab.replication.ReplicationLaw;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What can be done to a lab that is served. */
record LabLevers(Lab lab) {

    private static final Duration LONGEST_STEP = Duration.ofDays(366);

    Object clock(Question question) {
        Duration step =
                Wish.in(question.body(), "advance", "{\"advance\":\"PT3H\"}").duration();
        if (step.compareTo(LONGEST_STEP) > 0) {
            throw new IllegalArgumentException("\"advance\" is " + step + ", which is more than "
                    + LONGEST_STEP.toDays() + " days. Go there in several steps.");
        }
        lab.clock().advance(step);
        return Map.of("now", lab.clock().instant());
    }

    Object faults(Question question) {
        boolean paused = paused(question);
        each(FaultLaw.class, "faults").forEach(law -> {
            if (paused) {
                law.pause();
            } else {
                law.resume();
            }
        });
        return Map.of("paused", paused);
    }

    /** Inside the Regions and between them. */
    Object replication(Question question) {
        boolean paused = paused(question);
        Optional<Regions> between = lab.severalRegions();
        List<ReplicationLaw> inside = found(ReplicationLaw.class);
        if (between.isEmpty() && inside.isEmpty()) {
            throw missing("replication");
        }
        for (ReplicationLaw law : inside) {
            if (paused) {
                law.pause();
            } else {
                law.resume();
            }
        }
        between.ifPresent(regions -> routes(regions, paused ? regions::pause : regions::resume));
        return Map.of("paused", paused);
    }

    private static void routes(Regions regions, BiConsumer<String, String> action) {
        for (String from : regions.names()) {
            for (String to : regions.names()) {
                if (!from.equals(to)) {
                    action.accept(from, to);
                }
            }
        }
    }

    private static boolean paused(Question question) {
        return Wish.in(question.body(), "paused", "{\"paused\":true}").truth();
    }

    private <L extends Law> List<L> each(Class<L> kind, String name) {
        List<L> found = found(kind);
        if (found.isEmpty()) {
            throw missing(name);
        }
        return found;
    }

    private <L extends Law> List<L> found(Class<L> kind) {
        return lab.branches().stream()
                .map(branch -> branch.law(kind))
                .flatMap(Optional::stream)
                .toList();
    }

    static IllegalStateException missing(String name) {
        return new IllegalStateException("The law of " + name
                + " does not hold in this lab. Open it with laws that set [" + name + "], such as --laws real.");
    }
}
