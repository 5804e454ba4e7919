/** What a filter does to pages and to the bill. */
@NullMarked
package dojo.exhibits.filters;

import org.jspecify.annotations.NullMarked;
