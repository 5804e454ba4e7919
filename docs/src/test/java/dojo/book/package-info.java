/** Tests of the gates: each has a seeded defect that proves it fires. */
@NullMarked
package dojo.book;

import org.jspecify.annotations.NullMarked;
