/** Answers that come in pages, some of them empty. */
@NullMarked
package dojo.c03_reading.e2_read_every_page;

import org.jspecify.annotations.NullMarked;
