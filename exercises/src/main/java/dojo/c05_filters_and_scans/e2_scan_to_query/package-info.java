/** Chats that are looked for by the number of an order. */
@NullMarked
package dojo.c05_filters_and_scans.e2_scan_to_query;

import org.jspecify.annotations.NullMarked;
