/** What a message says, as bytes: packed where that saves money, and kept outside the table where it is too large for it. */
@NullMarked
package dojo.session.content;

import org.jspecify.annotations.NullMarked;
