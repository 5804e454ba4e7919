/** Jobs that wait for a worker, among many more that are done. */
@NullMarked
package dojo.c05_filters_and_scans.e3_sparse_worklist;

import org.jspecify.annotations.NullMarked;
