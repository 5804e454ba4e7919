/** All items of one session, by the one key value they share. */
@NullMarked
package dojo.c01_first_steps.e2_first_query;

import org.jspecify.annotations.NullMarked;
