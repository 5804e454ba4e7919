/** What an object mapper does with what it does not know. */
@NullMarked
package dojo.exhibits.mapper;

import org.jspecify.annotations.NullMarked;
