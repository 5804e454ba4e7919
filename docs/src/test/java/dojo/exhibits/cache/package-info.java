/** What a read cache gains, and what it repeats. */
@NullMarked
package dojo.exhibits.cache;

import org.jspecify.annotations.NullMarked;
