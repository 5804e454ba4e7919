/** A local index beside a global one. */
@NullMarked
package dojo.exhibits.local;

import org.jspecify.annotations.NullMarked;
