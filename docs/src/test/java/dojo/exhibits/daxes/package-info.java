/** A cache whose queries nobody forgets. */
@NullMarked
package dojo.exhibits.daxes;

import org.jspecify.annotations.NullMarked;
