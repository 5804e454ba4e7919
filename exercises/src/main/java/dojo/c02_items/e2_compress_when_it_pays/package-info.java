/** Turns that are compressed where it saves a write unit, and nowhere else. */
@NullMarked
package dojo.c02_items.e2_compress_when_it_pays;

import org.jspecify.annotations.NullMarked;
