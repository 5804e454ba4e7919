/** What a read costs: the bytes it looks at, whatever it returns. */
@NullMarked
package dojo.exhibits.reads;

import org.jspecify.annotations.NullMarked;
