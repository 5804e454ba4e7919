/** How a value other than the key is kept unique. */
@NullMarked
package dojo.exhibits.unique;

import org.jspecify.annotations.NullMarked;
