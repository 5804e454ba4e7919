/** How far an index is behind its table, and who has to know. */
@NullMarked
package dojo.exhibits.lag;

import org.jspecify.annotations.NullMarked;
