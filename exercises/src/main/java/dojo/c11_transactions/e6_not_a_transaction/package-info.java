/** Four accesses in four transactions, of which one is needed. */
@NullMarked
package dojo.c11_transactions.e6_not_a_transaction;

import org.jspecify.annotations.NullMarked;
