/** Six requests whose price is to be said before they are sent. */
@NullMarked
package dojo.c02_items.e3_what_does_it_cost;

import org.jspecify.annotations.NullMarked;
