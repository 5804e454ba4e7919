/** The same five turns, read by a filter or by a key. */
@NullMarked
package dojo.c05_filters_and_scans.e1_filter_is_not_free;

import org.jspecify.annotations.NullMarked;
