/** How often one call is sent. */
@NullMarked
package dojo.exhibits.attempts;

import org.jspecify.annotations.NullMarked;
