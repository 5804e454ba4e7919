/** Tests that demonstrate one claim each and record what they measured, for the book to print. */
@NullMarked
package dojo.exhibits;

import org.jspecify.annotations.NullMarked;
