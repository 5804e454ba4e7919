/** Numbers with a name: from the lab's own constants and from a table of documented limits, printed by macros. */
@NullMarked
package dojo.book.fact;

import org.jspecify.annotations.NullMarked;
