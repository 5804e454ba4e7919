/** What items and tables look like, now and around each write: keys, sizes, shapes, images, changes. */
@NullMarked
package dojo.lab.item;

import org.jspecify.annotations.NullMarked;
