package dojo.lab.door;

import dojo.lab.law.Refusals;
import dojo.lab.store.Store;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The protocol of the Region for which a request is signed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html">The scope of a credential</a>
 */
final class ByRegion {

    private static final Pattern SCOPE = Pattern.compile("Credential=[^,]*/[0-9]{8}/([A-Za-z0-9-]{1,64})/[a-z]+/aws4");

    private final Function<String, Store> stores;
    private final Map<Store, Protocol> protocols = new ConcurrentHashMap<>();

    ByRegion(Function<String, Store> stores) {
        this.stores = stores;
    }

    /** Answers as the Region does; a Region that is not there is a request that cannot be answered. */
    Answer answer(String authorization, String target, byte[] body) {
        Matcher scope = SCOPE.matcher(authorization);
        Store store;
        try {
            store = stores.apply(scope.find() ? scope.group(1) : "");
        } catch (IllegalArgumentException unknown) {
            byte[] words = JsonError.of(Refusals.validation(String.valueOf(unknown.getMessage())));
            return new Answer(Answer.BAD_REQUEST, words, RequestIds.next());
        }
        return protocols.computeIfAbsent(store, Protocol::new).answer(target, body);
    }
}
