package dojo.lab;

import java.util.LinkedHashMap;
import java.util.Map;

/** What can be asked of a lab that is served, and what it can be told, for those who come by. */
final class LabGuide {

    private static final String PAUSED = "{\"paused\":true}";
    private static final String ROUTE = "{\"replication\":\"us-east-1>eu-west-1\"}";
    private static final String REGION = "{\"region\":\"eu-west-1\"}";

    private LabGuide() {}

    /** By path: what is answered. */
    static Map<String, String> reports() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("clock", "What time it is in the lab.");
        words.put("laws", "The seed, and the laws as a laws file.");
        words.put("trace", "What the laws did, and why; ?last=100 lines.");
        words.put("why", "The lines of the trace about one request; ?request= the x-amzn-RequestId of its answer.");
        words.put("bill", "What the requests cost; ?last=100 lines, ?region= a Region other than the first.");
        words.put("heat", "The partitions: what each serves, what it can serve, what it refused; ?region=.");
        words.put("keys", "The keys that are used and throttled most; ?region=.");
        words.put("metrics", "Units and throttles, minute by minute, as CloudWatch counts them; ?region=.");
        words.put("faults", "The rules of the faults, and how often each struck; ?region=.");
        words.put("regions", "How replication between the Regions stands, and what it cost.");
        return words;
    }

    /** By path: the body to send, and what it does. */
    static Map<String, String> levers() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("clock", "{\"advance\":\"PT3H\"}: three hours pass, with all that falls due in them.");
        words.put("faults", PAUSED + ": nothing goes wrong until false is sent.");
        words.put("replication", PAUSED + ": nothing reaches followers, indexes or other Regions until false is sent.");
        words.put("regions/pause", ROUTE + ": nothing gets from the first Region to the second.");
        words.put("regions/resume", ROUTE + ": it goes on.");
        words.put("regions/isolate", REGION + ": the Region is cut off from all others.");
        words.put("regions/rejoin", REGION + ": it is connected again.");
        return words;
    }

    /** All of it, with whole paths. */
    static Object all() {
        Map<String, Object> all = new LinkedHashMap<>();
        reports().forEach((path, words) -> all.put("GET " + LabDesk.PATH + "/" + path, words));
        levers().forEach((path, words) -> all.put("POST " + LabDesk.PATH + "/" + path, words));
        return all;
    }
}
