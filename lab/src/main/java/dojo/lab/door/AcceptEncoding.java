package dojo.lab.door;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What a caller can unpack. */
final class AcceptEncoding {

    private AcceptEncoding() {}

    /** Whether gzip is named, and not with the weight 0, which would exclude it. */
    static boolean takesGzip(HttpFields head) {
        List<String> values = head.getValuesList(HttpHeader.ACCEPT_ENCODING);
        for (String value : values) {
            for (String coding : value.split(",", -1)) {
                String[] parts =
                        coding.toLowerCase(Locale.ROOT).replace(" ", "").split(";", -1);
                if (parts[0].equals("gzip")) {
                    return parts.length < 2 || !parts[1].matches("q=0(\\.0*)?");
                }
            }
        }
        return false;
    }
}
