/** A change that is delivered twice. */
@NullMarked
package dojo.exhibits.delivery;

import org.jspecify.annotations.NullMarked;
