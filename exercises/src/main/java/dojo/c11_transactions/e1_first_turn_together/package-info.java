/** A session and its first turn, stored both or not at all. */
@NullMarked
package dojo.c11_transactions.e1_first_turn_together;

import org.jspecify.annotations.NullMarked;
