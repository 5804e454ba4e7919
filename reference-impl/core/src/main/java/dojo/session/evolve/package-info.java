/** A table that is in use becomes another one: items of a newer version, or other keys in another table. */
@org.jspecify.annotations.NullMarked
package dojo.session.evolve;
