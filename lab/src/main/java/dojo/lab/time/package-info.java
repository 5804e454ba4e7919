/** The lab's time: one clock for all laws, and the order in which concurrent tasks take their turns. */
@NullMarked
package dojo.lab.time;

import org.jspecify.annotations.NullMarked;
