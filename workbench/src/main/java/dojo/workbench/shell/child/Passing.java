package dojo.workbench.shell.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.Lab;
import dojo.lab.capacity.CapacityLaw;
import dojo.lab.law.Law;
import dojo.lab.law.TraceLine;
import dojo.lab.replication.ReplicationLaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets time pass in the lab, and tells what that set off. */
final class Passing {
    private static final Duration LONGEST_STEP = Duration.ofDays(366);
    private static final int MOST_LINES = 200;

    /** With {@code "millis"} moves the clock on; with {@code "now"} up to the time on the wall; else only looks. */
    void clock(JsonNode request, ObjectNode answer) {
        Lab lab = Bench.lab();
        Instant before = lab.clock().instant();
        Duration step = step(request, before);
        answer.put("before", before.toString());
        if (request.has("millis") || request.has("now")) {
            move(lab, step, answer);
        }
        answer.put("now", lab.clock().instant().toString());
        var behind = answer.putArray("behind");
        behind(lab).forEach(late -> behind.add(late.words()));
        var spent = answer.putArray("spent");
        spent(lab).forEach(spent::add);
    }

    private static Duration step(JsonNode request, Instant now) {
        Duration step = Duration.ofMillis(request.path("millis").asLong());
        if (request.path("now").asBoolean()) {
            step = Duration.between(now, Instant.now());
            if (step.isNegative()) {
                throw new IllegalArgumentException("The lab's clock is at " + now
                        + " already, ahead of the one on the wall, and it only goes forward.");
            }
        }
        if (step.compareTo(LONGEST_STEP) > 0) {
            throw new IllegalArgumentException(
                    "That is more than " + LONGEST_STEP.toDays() + " days. Go there in several steps.");
        }
        return step;
    }

    private static void move(Lab lab, Duration step, ObjectNode answer) {
        List<Late> behind = behind(lab);
        List<String> spent = spent(lab);
        List<TraceLine> trace = lab.trace().lines();
        TraceLine last = trace.isEmpty() ? new TraceLine(0, Instant.MIN, "", "") : trace.get(trace.size() - 1);
        lab.clock().advance(step);
        List<TraceLine> after = lab.trace().lines();
        // The trace forgets its oldest lines: count from the last one that was there.
        int from = trace.isEmpty() ? 0 : after.lastIndexOf(last) + 1;
        var happened = answer.putArray("happened");
        List<TraceLine> news = after.subList(from, after.size());
        news.stream()
                .limit(MOST_LINES)
                .forEach(line ->
                        happened.addObject().put("law", LawDesk.name(line, lab)).put("words", line.words()));
        answer.put("events", news.size());
        List<Late> still = behind(lab);
        var arrived = answer.putArray("arrived");
        behind.stream()
                .filter(late -> still.stream().noneMatch(other -> other.what().equals(late.what())))
                .forEach(late -> arrived.add(late.words()));
        List<String> stillSpent = spent(lab);
        var refilled = answer.putArray("refilled");
        spent.stream().filter(what -> !stillSpent.contains(what)).forEach(refilled::add);
    }

    /** A replica or an index that misses changes, and for how long. */
    private record Late(String what, Duration by) {
        String words() {
            return what + " (" + by.toMillis() + " ms behind)";
        }
    }

    private static List<Late> behind(Lab lab) {
        var late = new ArrayList<Late>();
        law(lab, ReplicationLaw.class)
                .ifPresent(law -> lab.backstage().listTablesPaginator().tableNames().stream()
                        .forEach(table -> {
                            law.indexesBehind(table)
                                    .forEach((index, by) -> late.add(new Late(table + "/" + index, by)));
                            List<Duration> followers = law.followersBehind(table);
                            for (int n = 0; n < followers.size(); n++) {
                                late.add(new Late("follower " + (n + 1) + " of " + table, followers.get(n)));
                            }
                        }));
        return late.stream().filter(one -> !one.by().isZero()).toList();
    }

    private static List<String> spent(Lab lab) {
        return law(lab, CapacityLaw.class).map(CapacityLaw::spent).orElse(List.of());
    }

    private static <L extends Law> Optional<L> law(Lab lab, Class<L> kind) {
        try {
            return Optional.of(lab.law(kind));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
