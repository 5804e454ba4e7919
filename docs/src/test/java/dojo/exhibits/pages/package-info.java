/** Where a page ends, and how to go on. */
@NullMarked
package dojo.exhibits.pages;

import org.jspecify.annotations.NullMarked;
