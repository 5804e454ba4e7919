/** A table to look around in, before any code is changed. */
@NullMarked
package dojo.c01_first_steps.e1_look_around;

import org.jspecify.annotations.NullMarked;
