/** Several kinds of items in one collection: an order, its lines, its parcels and where they were. */
@NullMarked
package dojo.exhibits.parcels;

import org.jspecify.annotations.NullMarked;
