/** A turn counter that is right although its turns are reported more than once. */
@NullMarked
package dojo.c04_conditional_writes.e3_count_once;

import org.jspecify.annotations.NullMarked;
