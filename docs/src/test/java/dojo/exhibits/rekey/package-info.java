/** Moving to another key under way. */
@NullMarked
package dojo.exhibits.rekey;

import org.jspecify.annotations.NullMarked;
