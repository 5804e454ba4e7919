/** The book as a folder of pages: one long page goes in, a site that needs no server comes out. */
@NullMarked
package dojo.book.site;

import org.jspecify.annotations.NullMarked;
