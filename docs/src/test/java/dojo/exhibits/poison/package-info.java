/** A record that cannot be processed. */
@NullMarked
package dojo.exhibits.poison;

import org.jspecify.annotations.NullMarked;
