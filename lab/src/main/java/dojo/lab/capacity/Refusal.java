package dojo.lab.capacity;

import java.util.Locale;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;

/** Why one access has to wait. */
record Refusal(Asked asked, Touch touch, Admission why) {

    /**
     * The reason as the service names it, one of sixteen, with the ARN of what is throttled.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/throttling-diagnosing-workflow.html">
     *     Diagnosing throttling</a>
     */
    ThrottlingReason reason() {
        String resource = touch.resource().index().isPresent() ? "Index" : "Table";
        String operation = touch.access() == Access.READ ? "Read" : "Write";
        return ThrottlingReason.builder()
                .reason(resource + operation + why.limit())
                .resource(touch.resource().arn())
                .build();
    }

    boolean backPressure() {
        return touch.access() == Access.WRITE && touch.resource().index().isPresent();
    }

    /** A sentence for the trace. */
    String words(long now) {
        String wait = backPressure() ? ", so the write to the table has to wait" : "";
        return "throttled: " + cause(now) + wait;
    }

    private String cause(long now) {
        String name = touch.resource().name();
        String rate = rate(touch.resource().limit(touch.access(), why));
        return switch (why) {
            case KEY_RANGE -> keyRange(name, rate, now);
            case GROWTH -> name + " on demand is ready for " + rate + ", and more takes half an hour";
            case PROVISIONED -> name + " has " + rate + " provisioned, and its burst is used up";
            case ACCOUNT_LIMIT -> name + " is at the quota of " + rate + " for a table or an index on demand";
            case ON_DEMAND_MAXIMUM -> name + " is at the maximum of " + rate + " that its owner has set";
            case ADMITTED -> "nothing";
        };
    }

    private String keyRange(String name, String rate, long now) {
        Resource resource = touch.resource();
        return touch.place()
                .map(at -> resource.heat(at, now))
                .map(heat -> touch.access().word() + " key range of partition " + heat.partition() + " of " + name
                        + ", " + rate + hottest(resource.nameOf(heat.hottestKey()), heat.hottestShare()))
                .orElse(touch.access().word() + " key range of " + name + ", " + rate);
    }

    private static String hottest(String key, double share) {
        return key.isEmpty() ? "" : String.format(Locale.ROOT, ", key %s took %.0f %%", key, 100 * share);
    }

    private String rate(double perSecond) {
        String number = perSecond == Math.rint(perSecond)
                ? String.format(Locale.ROOT, "%,.0f", perSecond)
                : String.format(Locale.ROOT, "%,.1f", perSecond);
        return number.replace(',', ' ') + (touch.access() == Access.READ ? " RU/s" : " WU/s");
    }
}
