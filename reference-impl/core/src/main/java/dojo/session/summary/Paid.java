package dojo.session.summary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Texts that a model has been paid for and that are not known to be stored, by the digest of their inputs; the latest.
 *
 * <p>Thread-safe, but two threads that ask for the same text at the same time may both pay for it.
 */
final class Paid {
    private static final int MOST = 200;

    private final Map<String, String> texts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    String text(String inputs, Supplier<String> pay) {
        String known = known(inputs);
        if (known != null) {
            return known;
        }
        String text = pay.get();
        keep(inputs, text);
        return text;
    }

    private synchronized @org.jspecify.annotations.Nullable String known(String inputs) {
        return texts.get(inputs);
    }

    private synchronized void keep(String inputs, String text) {
        texts.put(inputs, text);
    }

    synchronized void forget(String inputs) {
        texts.remove(inputs);
    }
}
