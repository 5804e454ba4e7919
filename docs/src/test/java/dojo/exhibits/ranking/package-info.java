/** The best scores of a game: read from an index, and what a rank costs. */
@NullMarked
package dojo.exhibits.ranking;

import org.jspecify.annotations.NullMarked;
