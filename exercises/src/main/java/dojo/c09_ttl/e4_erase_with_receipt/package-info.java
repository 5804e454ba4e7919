/** Erasing all that a customer said, now, and a receipt that says so. */
@NullMarked
package dojo.c09_ttl.e4_erase_with_receipt;

import org.jspecify.annotations.NullMarked;
