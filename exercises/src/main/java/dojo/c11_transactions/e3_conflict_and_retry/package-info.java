/** A last copy that everybody wants: which refusal is an answer, and which is worth another attempt. */
@NullMarked
package dojo.c11_transactions.e3_conflict_and_retry;

import org.jspecify.annotations.NullMarked;
