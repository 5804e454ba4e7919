package dojo.book.site;

import java.util.Map;
import org.jsoup.nodes.Element;

/** Says in words, to whoever points at a number or hears it read, where the number comes from. */
final class Badges {

    private static final Map<String, String> WORDS = Map.of(
            "measured", "measured on DynamoDB Local",
            "by-rule", "computed by the documented rule",
            "by-model", "produced by our model",
            "documented", "documented by AWS",
            "from-paper", "published by the service's authors");

    private Badges() {}

    static void explain(Element body) {
        WORDS.forEach((role, words) -> {
            for (Element number : body.select("a." + role)) {
                number.attr("title", words);
            }
        });
    }
}
