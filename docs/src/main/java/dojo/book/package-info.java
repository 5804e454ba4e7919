/** The book: the question bank, the exhibits' measurements and the gates between them and a reader. */
@NullMarked
package dojo.book;

import org.jspecify.annotations.NullMarked;
