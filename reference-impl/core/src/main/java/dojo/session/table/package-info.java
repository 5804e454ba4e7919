/** What stands around the table: clients that reach it, and a look at it before the first write. */
@org.jspecify.annotations.NullMarked
package dojo.session.table;
