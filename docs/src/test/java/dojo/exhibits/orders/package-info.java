/** An order system by its questions. */
@NullMarked
package dojo.exhibits.orders;

import org.jspecify.annotations.NullMarked;
