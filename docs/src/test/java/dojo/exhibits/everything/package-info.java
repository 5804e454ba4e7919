/** Reading a whole table. */
@NullMarked
package dojo.exhibits.everything;

import org.jspecify.annotations.NullMarked;
