/** An index that is slower than its table. */
@NullMarked
package dojo.exhibits.pressure;

import org.jspecify.annotations.NullMarked;
