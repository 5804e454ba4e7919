/** What a busy partition is lent, and what no loan helps. */
@NullMarked
package dojo.exhibits.adaptive;

import org.jspecify.annotations.NullMarked;
