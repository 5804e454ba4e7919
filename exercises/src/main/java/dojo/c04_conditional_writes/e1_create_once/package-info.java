/** A session that is created once, however often its caller has to ask. */
@NullMarked
package dojo.c04_conditional_writes.e1_create_once;

import org.jspecify.annotations.NullMarked;
