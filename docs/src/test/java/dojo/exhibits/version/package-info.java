/** Two editors of one item. */
@NullMarked
package dojo.exhibits.version;

import org.jspecify.annotations.NullMarked;
