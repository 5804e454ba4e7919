package dojo.lab;

import dojo.lab.door.Backroom.Question;
import dojo.lab.region.Regions;
import dojo.lab.region.ReplicationLatency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The part of the desk that looks after several Regions. */
record RegionDesk(Lab lab) {

    private static final String ARROW = ">";

    /** What can be told, by path. */
    Map<String, Function<Question, Object>> telling() {
        return Map.of(
                "regions/pause", question -> route(question, lab.regions()::pause),
                "regions/resume", question -> route(question, lab.regions()::resume),
                "regions/isolate", question -> region(question, lab.regions()::isolate),
                "regions/rejoin", question -> region(question, lab.regions()::rejoin));
    }

    /** How replication stands. */
    Object described() {
        Regions regions = lab.regions();
        List<Object> routes = new ArrayList<>();
        Map<String, Object> bills = new LinkedHashMap<>();
        for (String from : regions.names()) {
            bills.put(from, regions.bill(from).toString());
            regions.names().stream().filter(to -> !to.equals(from)).forEach(to -> routes.add(route(from, to)));
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("regions", regions.names());
        said.put("replication", routes);
        said.put("bills", bills);
        return said;
    }

    private Object route(String from, String to) {
        ReplicationLatency latency = lab.regions().latency(from, to);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("from", from);
        said.put("to", to);
        said.put("pending", lab.regions().pending(from, to));
        said.put("heldUp", lab.regions().heldUp(from, to));
        said.put("arrived", latency.changes());
        said.put("averageLatency", latency.average());
        said.put("longestLatency", latency.longest());
        return said;
    }

    private Object route(Question question, BiConsumer<String, String> wish) {
        String example = "{\"replication\":\"us-east-1>eu-west-1\"}";
        String value = Wish.in(question.body(), "replication", example).value();
        String[] ends = value.split(ARROW, -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("\"replication\" is '" + value
                    + "'. Give the Region that is written to and the one that is to hear of it, like " + example + ".");
        }
        wish.accept(ends[0].strip(), ends[1].strip());
        return described();
    }

    private Object region(Question question, Consumer<String> wish) {
        wish.accept(
                Wish.in(question.body(), "region", "{\"region\":\"eu-west-1\"}").value());
        return described();
    }
}
