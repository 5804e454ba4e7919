/** A table as a map: sign-in tokens, each found by its own key. */
@NullMarked
package dojo.exhibits.tokens;

import org.jspecify.annotations.NullMarked;
