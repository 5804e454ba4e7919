/** The pages as a reader meets them: in a browser, as files, with the network off. */
@NullMarked
package dojo.book.browser;

import org.jspecify.annotations.NullMarked;
