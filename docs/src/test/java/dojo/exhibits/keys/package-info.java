/** Index keys of several attributes. */
@NullMarked
package dojo.exhibits.keys;

import org.jspecify.annotations.NullMarked;
