/** The ways to append a turn, from the one that stores it twice to the one that cannot. */
@NullMarked
package dojo.exhibits.append;

import org.jspecify.annotations.NullMarked;
