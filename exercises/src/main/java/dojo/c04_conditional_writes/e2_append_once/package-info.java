/** A chat log that stores each turn once, however often the caller retries. */
@NullMarked
package dojo.c04_conditional_writes.e2_append_once;

import org.jspecify.annotations.NullMarked;
