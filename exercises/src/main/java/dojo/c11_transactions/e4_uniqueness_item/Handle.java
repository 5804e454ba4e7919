package dojo.c11_transactions.e4_uniqueness_item;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The name under which a customer writes reviews.
 *
 * @param shown as the customer typed it, which is how the shop shows it
 */
public record Handle(String shown) {
    /** The form in which handles are compared: two that look alike to a reader are one. */
    public String canonical() {
        return Normalizer.normalize(shown.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return shown;
    }
}
