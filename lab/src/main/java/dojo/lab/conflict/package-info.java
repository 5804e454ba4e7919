/** Transactions that meet: prepare windows, cancellations with their reasons, and the tokens that make a retry harmless. */
@NullMarked
package dojo.lab.conflict;

import org.jspecify.annotations.NullMarked;
