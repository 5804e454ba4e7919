package dojo.workbench.lab;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** What to do with a lab that has just been opened. */
public final class Greeting {
    private Greeting() {}

    /** How to point tools of any language at the lab. */
    public static List<Line> lines(URI address, String laws, long seed) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Tone.GOOD, "The lab listens on ")
                .and(Tone.TITLE, address.toString())
                .and(", laws " + laws + ", seed " + seed + "."));
        lines.add(Line.EMPTY);
        way(lines, "any SDK", "export AWS_ENDPOINT_URL_DYNAMODB=" + address);
        way(lines, "", "export AWS_ENDPOINT_URL_DYNAMODB_STREAMS=" + address);
        way(lines, "", "export AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=dojo AWS_SECRET_ACCESS_KEY=dojo");
        way(lines, "AWS CLI", "aws dynamodb list-tables --endpoint-url " + address);
        way(lines, "Python", "boto3.client(\"dynamodb\", endpoint_url=\"" + address + "\")");
        way(lines, "JavaScript", "new DynamoDBClient({ endpoint: \"" + address + "\" })");
        way(lines, "its clock", "curl -d '{\"advance\":\"PT3H\"}' " + address + "/_lab/clock");
        lines.add(Line.EMPTY);
        if (!isLoopback(address)) {
            lines.add(Line.of(
                    Tone.NOTE,
                    "No signature is checked: whoever reaches this address can read and change what is in the lab."));
        }
        lines.add(Line.of(Tone.QUIET, "What is in it is gone when it stops: Ctrl-C."));
        return lines;
    }

    private static void way(List<Line> lines, String name, String text) {
        lines.add(Line.of(String.format("  %-11s ", name)).and(Tone.CODE, text));
    }

    private static boolean isLoopback(URI address) {
        try {
            return InetAddress.getByName(address.getHost().replace("[", "").replace("]", ""))
                    .isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
