/** Tests of the named numbers and of the macros that print them. */
@NullMarked
package dojo.book.fact;

import org.jspecify.annotations.NullMarked;
