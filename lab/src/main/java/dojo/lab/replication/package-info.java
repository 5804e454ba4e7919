/** Law 2: what has been written is not everywhere at once. */
@NullMarked
package dojo.lab.replication;

import org.jspecify.annotations.NullMarked;
