/** Tests of the site that the book becomes. */
@NullMarked
package dojo.book.site;

import org.jspecify.annotations.NullMarked;
