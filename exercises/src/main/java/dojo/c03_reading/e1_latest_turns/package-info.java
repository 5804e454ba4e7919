/** The newest turns of a session, without losing what sorts before them. */
@NullMarked
package dojo.c03_reading.e1_latest_turns;

import org.jspecify.annotations.NullMarked;
