/** Points paid for a gift once, however late the request is delivered again. */
@NullMarked
package dojo.c11_transactions.e2_token_window;

import org.jspecify.annotations.NullMarked;
