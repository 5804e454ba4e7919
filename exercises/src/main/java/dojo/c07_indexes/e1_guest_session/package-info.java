/** Sessions of customers and of guests, in one table with one index. */
@NullMarked
package dojo.c07_indexes.e1_guest_session;

import org.jspecify.annotations.NullMarked;
