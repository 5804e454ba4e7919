/** A transaction while it is under way. */
@NullMarked
package dojo.exhibits.protocol;

import org.jspecify.annotations.NullMarked;
