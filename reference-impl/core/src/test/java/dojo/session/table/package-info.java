/** The table as files and as code say the same; what is wrong with a table is said before anything is written. */
@org.jspecify.annotations.NullMarked
package dojo.session.table;
