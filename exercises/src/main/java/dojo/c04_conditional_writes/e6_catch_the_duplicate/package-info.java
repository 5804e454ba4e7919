/** A chat log under test: implementations differ, what callers may rely on does not. */
@NullMarked
package dojo.c04_conditional_writes.e6_catch_the_duplicate;

import org.jspecify.annotations.NullMarked;
