/** The orders of a bookshop: three tables of SQL and a join, on their way into one table of items. */
@NullMarked
package dojo.c01_first_steps.e4_from_join_to_keys;

import org.jspecify.annotations.NullMarked;
